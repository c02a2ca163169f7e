package io.herald.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.model.account.Account;
import io.herald.model.account.Preferences;
import io.herald.model.account.QuietHours;
import io.herald.model.account.TelegramLink;
import io.herald.model.delivery.DeliveryEvent;
import io.herald.model.delivery.DeliveryStatus;
import io.herald.model.json.Json;
import io.herald.model.topic.Lane;
import io.herald.model.topic.RecordHeaders;
import io.herald.model.topic.Topics;
import io.herald.runtime.account.AccountIndex;
import io.herald.runtime.account.Accounts;
import io.herald.runtime.blob.Blob;
import io.herald.runtime.blob.Blobs;
import io.herald.runtime.index.Indexes;
import io.herald.runtime.index.KeepIndex;
import io.herald.runtime.redis.RedisLink;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.test.context.TestPropertySource;

/** From the topic of notifications to Telegram. */
@TestPropertySource(
    properties = {
      "TELEGRAM_BOT_TOKEN=123456:AbC-dEf_gHi",
      "herald.routes=two=chat:-1009000001,chat:-1009000002",
    })
class NotificationsTest extends WorkerFixture {

  private static final AtomicLong IDS = new AtomicLong(System.currentTimeMillis());

  private final String id = "n" + IDS.incrementAndGet();

  @Autowired private Accounts accounts;
  @Autowired private Indexes indexes;
  @Autowired private RedisLink redis;
  @Autowired private Blobs blobs;
  @Autowired private ReactiveStringRedisTemplate commands;
  private KeepIndex accountIndex;

  /** The gateway's work. */
  @BeforeEach
  void ready() {
    accountIndex = indexes.keep(AccountIndex.SPEC, new AccountIndex(redis));
    accountIndex.start();
    awaitReady();
    await().atMost(SOON).until(() -> accountIndex.isComplete().block(SOON));
  }

  @AfterEach
  void end() {
    accountIndex.stop();
  }

  @Test
  void sendsWhatIsPublished() {
    publish(
        """
        {"id":"%s","to":{"chat":"%s"},"priority":"standard","title":"Paid",
         "text":"Order **4711** is paid","format":"markdown"}
        """);

    assertThat(awaitTexts(1)).containsExactly("Paid\nOrder 4711 is paid");
    List<DeliveryEvent> told = awaitTold(2);
    assertThat(told)
        .extracting(DeliveryEvent::status)
        .containsExactlyInAnyOrder(DeliveryStatus.PENDING, DeliveryStatus.SENT);
    assertThat(told)
        .extracting(DeliveryEvent::messageId)
        .containsOnly("notification:" + id + ":chat:" + chat + ":0");
  }

  @Test
  void sendsOnceWhatIsPublishedTwice() {
    String json =
        """
        {"id":"%s","to":{"chat":"%s"},"text":"once","dedupeKey":"k","cooldown":"30m"}
        """;
    publish(json);
    publish(json);
    publish("{\"id\":\"%s-next\",\"to\":{\"chat\":\"%s\"},\"text\":\"next\"}");

    assertThat(awaitTexts(2)).containsExactly("once", "next");
  }

  @Test
  void reachesAPersonAndSparesThemTwice() {
    link("ann", Preferences.DEFAULT);
    publish(
        """
        {"id":"%1$s","to":[{"user":"ann-%1$s"},{"chat":"%2$s"},{"user":"nobody-%1$s"}],"text":"hi"}
        """);

    assertThat(awaitTexts(1)).containsExactly("hi");
    assertThat(awaitTold(4))
        .extracting(it -> it.messageId() + ' ' + it.status() + ' ' + it.errorClass())
        .contains(
            "notification:%1$s:user:ann-%1$s:0 SENT null".formatted(id),
            "notification:%1$s:chat:%2$s:0 SUPPRESSED same_chat".formatted(id, chat),
            "notification:%1$s:user:nobody-%1$s:0 FAILED not_linked".formatted(id));
  }

  @Test
  void waitsForTheEndOfQuietHours() {
    Instant end = Instant.now().plusSeconds(6);
    LocalTime to = LocalTime.ofInstant(end, ZoneOffset.UTC);
    var quiet = new QuietHours(to.minusHours(1), to);
    link("ann", new Preferences(true, Lane.BULK, quiet, ZoneOffset.UTC));
    publish("{\"id\":\"%1$s\",\"to\":{\"user\":\"ann-%1$s\"},\"text\":\"later\"}");
    publish(
        "{\"id\":\"%1$s-b\",\"to\":{\"user\":\"ann-%1$s\"},\"text\":\"now\",\"priority\":\"interactive\"}");

    assertThat(awaitTexts(2)).containsExactly("now", "later");
    assertThat(Instant.now()).isAfterOrEqualTo(end);
    List<DeliveryEvent> told = awaitTold(3);
    assertThat(told).extracting(DeliveryEvent::errorClass).contains("quiet_hours");
    assertThat(told).extracting(DeliveryEvent::messageId).containsOnly(told.getFirst().messageId());
  }

  /** Though Redis has forgotten everything: what waits is read again from its topic. */
  @Test
  void waitsUntilItIsDue() {
    Instant due = Instant.now().plusSeconds(4);
    publish(
        "{\"id\":\"%s\",\"to\":[{\"chat\":\"%s\"},{\"route\":\"two\"}],\"text\":\"later\",\"notBefore\":\""
            + due
            + "\"}");
    awaitTold(1);
    commands.getConnectionFactory().getReactiveConnection().serverCommands().flushAll().block(SOON);

    assertThat(awaitTexts(1)).containsExactly("later");
    assertThat(Instant.now()).isAfterOrEqualTo(due);
    assertThat(awaitTold(7)).extracting(DeliveryEvent::messages).contains(3);
  }

  /** Until it can be told who has linked; nobody counts as not linked meanwhile. */
  @Test
  void waitsForTheAccounts() {
    link("ann", Preferences.DEFAULT);
    accountIndex.stop();
    commands.getConnectionFactory().getReactiveConnection().serverCommands().flushAll().block(SOON);
    publish("{\"id\":\"%1$s\",\"to\":{\"user\":\"ann-%1$s\"},\"text\":\"at last\"}");
    publish("{\"id\":\"%1$s-b\",\"to\":{\"chat\":\"-%2$s\"},\"text\":\"other\"}", "other");
    await().atMost(SOON).until(() -> !TELEGRAM.calls("-" + chat).isEmpty());
    assertThat(TELEGRAM.calls(chat)).isEmpty();
    accountIndex = indexes.keep(AccountIndex.SPEC, new AccountIndex(redis));
    accountIndex.start();

    assertThat(awaitTexts(1)).containsExactly("at last");
  }

  @Test
  void sendsTheTextWhereTheStoredFileIsGone() {
    publish(
        "{\"id\":\"%s\",\"to\":{\"chat\":\"%s\"},\"text\":\"words\",\"photo\":{\"blob\":\"none\"}}");

    assertThat(awaitTexts(1)).containsExactly("words");
    DeliveryEvent told = awaitTold(2).getLast();
    assertThat(told.downgrades()).containsExactly("text-without-media");
  }

  @Test
  void sendsAStoredFile() {
    String blob = blobs.store(new Blob(new byte[700_000], "image/png", "a.png")).block(SOON);
    publish("{\"id\":\"%s\",\"to\":{\"chat\":\"%s\"},\"document\":{\"blob\":\"" + blob + "\"}}");

    await().atMost(SOON).until(() -> awaitTold(2).getLast().status() == DeliveryStatus.SENT);
    assertThat(TELEGRAM.uploads()).anyMatch(it -> it.contains("a.png"));
  }

  @Test
  void sparesDuplicates() {
    publish("{\"id\":\"%s\",\"to\":{\"chat\":\"%s\"},\"text\":\"one\",\"dedupeKey\":\"k\"}");
    publish("{\"id\":\"%s-b\",\"to\":{\"chat\":\"%s\"},\"text\":\"two\",\"dedupeKey\":\"k\"}");
    publish("{\"id\":\"%s-c\",\"to\":{\"chat\":\"%s\"},\"text\":\"three\",\"dedupeKey\":\"l\"}");

    assertThat(awaitTexts(2)).containsExactly("one", "three");
    assertThat(awaitTold(id + "-b", 1).getFirst().errorClass()).isEqualTo("duplicate");
  }

  @Test
  void keepsTheCooldown() {
    publish("{\"id\":\"%s\",\"to\":{\"chat\":\"%s\"},\"text\":\"one\",\"cooldown\":\"1h\"}");
    publish("{\"id\":\"%s-b\",\"to\":{\"chat\":\"%s\"},\"text\":\"two\",\"cooldown\":\"1h\"}");
    publish(
        "{\"id\":\"%s-c\",\"to\":{\"chat\":\"%s\"},\"text\":\"three\",\"cooldown\":\"1h\",\"kind\":\"other\"}");

    assertThat(awaitTexts(2)).containsExactly("one", "three");
    assertThat(awaitTold(id + "-b", 1).getFirst().errorClass()).isEqualTo("cooldown");
  }

  @Test
  void putsABadRecordAsideAndFlowsOn() {
    publish(
        """
        {"id":"%s","to":{"chat":"%s","user":"ann"},"priority":"soon","text":"x"}
        """);
    publish("{\"id\":\"%s-next\",\"to\":{\"chat\":\"%s\"},\"text\":\"next\"}");

    assertThat(awaitTexts(1)).containsExactly("next");
    DeliveryEvent told = awaitTold(1).getFirst();
    assertThat(told.status()).isEqualTo(DeliveryStatus.FAILED);
    assertThat(told.errorClass()).isEqualTo("malformed");
    assertThat(told.error()).contains("/to", "/priority");
    assertThat(awaitLetter()).contains("/to", "/priority");
  }

  @Test
  void keepsWhatAnOperatorCanPutRight() {
    publish("{\"id\":\"%s\",\"to\":[{\"chat\":\"%s\"},{\"route\":\"none\"}],\"text\":\"x\"}");

    assertThat(awaitTexts(1)).containsExactly("x");
    assertThat(awaitLetter())
        .isEqualTo("notification:" + id + ":route:none:0: there is no route none");
  }

  @Test
  void keepsTheOrderOfOneRecipient() {
    String long_ = "word ".repeat(1500);
    for (int i = 0; i < 5; i++) {
      publish(
          "{\"id\":\"%s-"
              + i
              + "\",\"to\":{\"chat\":\"%s\"},\"text\":\""
              + i
              + ' '
              + long_
              + "\"}");
    }

    List<String> texts = awaitTexts(10);
    for (int i = 0; i < 5; i++) {
      assertThat(texts.get(2 * i)).startsWith(i + " word").endsWith("[1/2]");
      assertThat(texts.get(2 * i + 1)).endsWith("[2/2]");
    }
  }

  @Test
  void publishesFigures() {
    publish("{\"id\":\"%s\",\"to\":{\"chat\":\"%s\"},\"template\":\"none\"}");
    awaitTold(1);

    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(get("/actuator/prometheus").body())
                .contains("herald_expand_notifications_total{outcome=\"expanded\"}")
                .contains("reason=\"unknown_template\",status=\"failed\"")
                .contains("herald_deferred_waiting"));
  }

  /** Waits for the chat's dead letter; its error. */
  private String awaitLetter() {
    try (var letters = new ReadTopic(kafka, Topics.DEAD_LETTERS)) {
      byte[] key = chat.getBytes(UTF_8);
      var letter = letters.await(1, it -> Objects.deepEquals(it.key(), key)).getFirst();
      return new String(letter.headers().lastHeader(RecordHeaders.ERROR).value(), UTF_8);
    }
  }

  private void link(String name, Preferences preferences) {
    String user = name + '-' + id;
    var link = new TelegramLink("main", chat, null, name, Instant.EPOCH);
    accounts.save(Account.of(user).withLink(link).withPreferences(preferences)).block(SOON);
  }

  private void publish(String json) {
    publish(json, chat);
  }

  private void publish(String json, String key) {
    publish
        .publish(
            new ProducerRecord<>(
                Topics.NOTIFICATIONS,
                key.getBytes(UTF_8),
                json.formatted(id, chat).getBytes(UTF_8)))
        .block(SOON);
  }

  private List<DeliveryEvent> awaitTold(int count) {
    return awaitTold(id, count);
  }

  private List<DeliveryEvent> awaitTold(String notification, int count) {
    byte[] key = notification.getBytes(UTF_8);
    try (var deliveries = new ReadTopic(kafka, Topics.DELIVERIES)) {
      return deliveries.await(count, it -> Objects.deepEquals(it.key(), key)).stream()
          .map(it -> Json.read(it.value(), DeliveryEvent.class))
          .toList();
    }
  }
}
