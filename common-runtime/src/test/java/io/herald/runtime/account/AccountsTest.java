package io.herald.runtime.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.herald.backends.Backends;
import io.herald.backends.BesideOthers;
import io.herald.backends.TestRedis;
import io.herald.model.account.Account;
import io.herald.model.account.Preferences;
import io.herald.model.account.TelegramLink;
import io.herald.model.json.Json;
import io.herald.model.topic.Lane;
import io.herald.model.topic.Topics;
import io.herald.runtime.RunningRuntime;
import io.herald.runtime.account.LinkChat.Outcome;
import io.herald.runtime.index.Indexes;
import io.herald.runtime.index.KeepIndex;
import io.herald.runtime.kafka.PublishRecord;
import io.herald.runtime.kafka.TestTopic;
import io.herald.runtime.redis.GoneRedis;
import io.herald.runtime.redis.OneAtATime;
import io.herald.runtime.redis.RedisLink;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;

@BesideOthers
class AccountsTest {

  private static final Logger log = LoggerFactory.getLogger(AccountsTest.class);
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final Instant NOW = Instant.ofEpochMilli(1_800_000_000_123L);
  private static final AtomicInteger CHATS = new AtomicInteger(1000);

  private static TestRedis redis;
  private static RunningRuntime runtime;
  private static KeepIndex index;
  private static Accounts accounts;
  private static LinkChat linkChat;

  private final String user = UUID.randomUUID() + "@example.com";
  private final String chat = String.valueOf(CHATS.incrementAndGet());

  @BeforeAll
  static void run() {
    redis = Backends.newRedis();
    runtime = RunningRuntime.start(Backends.kafka(), redis);
    index =
        runtime
            .part(Indexes.class)
            .keep(AccountIndex.SPEC, new AccountIndex(runtime.part(RedisLink.class)));
    accounts = runtime.part(Accounts.class);
    linkChat = runtime.part(LinkChat.class);
    index.start();
    awaitIndex();
  }

  // It waits for two seconds itself; on a busy machine that may be too short.
  private static void awaitIndex() {
    await().atMost(SOON).until(() -> index.isComplete().block(SOON));
  }

  @AfterAll
  static void end() {
    index.stop();
    runtime.close();
    redis.close();
  }

  @Test
  void findsWhatWasSavedAtOnce() {
    Account account = linked(user, chat);

    accounts.save(account).block(SOON);

    assertThat(accounts.find(user).block(SOON)).isEqualTo(account);
    assertThat(accounts.linkedTo("main", chat).block(SOON)).isEqualTo(account);
    assertThat(accounts.linkedTo("other", chat).block(SOON)).isNull();
    assertThat(accounts.find("nobody").block(SOON)).isNull();
  }

  @Test
  void forgetsTheChatThatIsNoLongerLinked() {
    accounts.save(linked(user, chat)).block(SOON);

    accounts.save(Account.of(user)).block(SOON);

    assertThat(accounts.linkedTo("main", chat).block(SOON)).isNull();
    assertThat(accounts.find(user).block(SOON)).isEqualTo(Account.of(user));
    assertThat(linkedUsers()).doesNotContain(user);
  }

  @Test
  void anotherLinkTakesThePlaceOfTheFirst() {
    accounts.save(linked(user, chat)).block(SOON);
    String next = String.valueOf(CHATS.incrementAndGet());

    accounts.save(linked(user, next)).block(SOON);

    assertThat(accounts.linkedTo("main", chat).block(SOON)).isNull();
    assertThat(accounts.linkedTo("main", next).block(SOON)).isEqualTo(linked(user, next));
  }

  @Test
  void anOlderRecordNeverReplacesANewer() {
    accounts.save(linked(user, chat)).block(SOON);
    var accountIndex = new AccountIndex(runtime.part(RedisLink.class));
    byte[] json = Json.write(Account.of(user));

    accountIndex.bringIn(Account.of(user), json, partitionOf(user), 0, Long.MAX_VALUE).block(SOON);

    assertThat(accounts.find(user).block(SOON)).isEqualTo(linked(user, chat));
  }

  @Test
  void readsAccountsThatOthersPublished() {
    byte[] json = ("{\"user\":\"" + user + "\",\"news\":1}").getBytes(UTF_8);
    TestTopic.publish(new ProducerRecord<>(Topics.ACCOUNTS, user.getBytes(UTF_8), json));
    TestTopic.publish(new ProducerRecord<>(Topics.ACCOUNTS, "x".getBytes(UTF_8), json));
    TestTopic.publish(new ProducerRecord<>(Topics.ACCOUNTS, "y".getBytes(UTF_8), new byte[] {1}));

    awaitIndex();
    assertThat(accounts.find(user).block(SOON)).isEqualTo(Account.of(user));
    assertThat(accounts.find("x").block(SOON)).isNull();

    TestTopic.publish(new ProducerRecord<>(Topics.ACCOUNTS, user.getBytes(UTF_8), null));
    awaitIndex();
    assertThat(accounts.find(user).block(SOON)).isNull();
  }

  @Test
  void changesOneAfterTheOther() {
    Flux.range(0, 20)
        .flatMap(_ -> accounts.change(user, AccountsTest::further), 20)
        .blockLast(SOON);

    assertThat(accounts.find(user).map(account -> account.preferences().zone()).block(SOON))
        .isEqualTo(ZoneOffset.ofTotalSeconds(20 * 60));
  }

  // A minute further east each time: what another undid would be missing.
  private static Account further(Account account) {
    int seconds = ((ZoneOffset) account.preferences().zone()).getTotalSeconds();
    return account.withPreferences(
        Preferences.of(true, Lane.BULK, null, ZoneOffset.ofTotalSeconds(seconds + 60)));
  }

  @Test
  void linksOneOfManyWhoWantTheSameChat() {
    var who = new TelegramIdentity("main", chat, "ann", "Ann");

    List<Outcome> outcomes =
        Flux.range(0, 8)
            .flatMap(i -> linkChat.link(i + user, who, NOW), 8)
            .collectList()
            .block(SOON);

    assertThat(outcomes).filteredOn(Outcome.Linked.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(Outcome.ChatIsLinked.class::isInstance).hasSize(7);
  }

  @Test
  void linksAgainOnlyAsAReplay() {
    var who = new TelegramIdentity("main", chat, null, "Ann");
    var other = new TelegramIdentity("main", chat + '1', null, "Ann");
    assertThat(linkChat.link(user, who, NOW).block(SOON)).isInstanceOf(Outcome.Linked.class);

    assertThat(linkChat.link(user, who, NOW).block(SOON)).isInstanceOf(Outcome.Linked.class);
    assertThat(linkChat.link(user, who, NOW.plusSeconds(1)).block(SOON))
        .isInstanceOf(Outcome.UserIsLinked.class);
    assertThat(linkChat.link(user, other, NOW).block(SOON))
        .isInstanceOf(Outcome.UserIsLinked.class);
    assertThat(linkChat.unlink(user).map(TelegramLink::chat).block(SOON)).isEqualTo(chat);
    assertThat(linkChat.unlink(user).block(SOON)).isNull();
    assertThat(linkChat.link(user, other, NOW).block(SOON)).isInstanceOf(Outcome.Linked.class);
  }

  @Test
  void tenThousandAreThereAgainAfterAFlush() {
    String prefix = UUID.randomUUID() + ":";
    Flux.range(0, 10_000)
        .flatMap(i -> accounts.save(linked(prefix + "%05d".formatted(i), prefix + i)), 500)
        .then()
        .block(Duration.ofSeconds(60));

    redis.flush();
    long flushed = System.nanoTime();

    assertThatThrownBy(() -> accounts.find("nobody").block(SOON))
        .isInstanceOf(AccountsUnknown.class);
    assertThatThrownBy(() -> accounts.linkedAfter(null, 10).block(SOON))
        .isInstanceOf(AccountsUnknown.class);
    await()
        .pollInterval(Duration.ofMillis(20))
        .atMost(SOON)
        .until(() -> accounts.find("nobody").thenReturn(true).onErrorReturn(false).block(SOON));
    log.info("Complete {} ms after the flush", (System.nanoTime() - flushed) / 1_000_000);
    assertThat(linkedUsers().stream().filter(found -> found.startsWith(prefix)).toList())
        .hasSize(10_000)
        .isSorted();
    assertThat(accounts.linkedTo("main", prefix + 4711).map(Account::user).block(SOON))
        .isEqualTo(prefix + "04711");
  }

  @Test
  void nobodyCountsAsNotLinkedWhileRedisIsAway() {
    // A link of its own: whoever keeps the index and looks after the real one would not wait.
    RedisLink gone = GoneRedis.link();
    var oneAtATime = new OneAtATime(gone, "lock:", AccountsUnknown::new);
    var unknown = new Accounts(gone, runtime.part(PublishRecord.class), oneAtATime);

    assertThatThrownBy(() -> unknown.find(user).block(SOON)).isInstanceOf(AccountsUnknown.class);
    assertThatThrownBy(() -> unknown.linkedTo("main", chat).block(SOON))
        .isInstanceOf(AccountsUnknown.class);
    assertThatThrownBy(() -> unknown.change(user, account -> account).block(SOON))
        .isInstanceOf(AccountsUnknown.class);
  }

  private static Account linked(String user, String chat) {
    return Account.of(user).withLink(new TelegramLink("main", chat, "ann", "Ann", NOW));
  }

  private static List<String> linkedUsers() {
    List<String> users = new ArrayList<>();
    List<Account> page = accounts.linkedAfter(null, 500).block(SOON);
    while (!page.isEmpty()) {
      page.forEach(account -> users.add(account.user()));
      page = accounts.linkedAfter(users.getLast(), 500).block(SOON);
    }
    return users;
  }

  private static int partitionOf(String user) {
    return TestTopic.all(Topics.ACCOUNTS).stream()
        .filter(record -> user.equals(new String(record.key(), UTF_8)))
        .findAny()
        .orElseThrow()
        .partition();
  }
}
