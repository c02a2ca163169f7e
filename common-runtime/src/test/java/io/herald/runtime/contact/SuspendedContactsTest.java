package io.herald.runtime.contact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.backends.Backends;
import io.herald.backends.TestRedis;
import io.herald.runtime.RunningRuntime;
import io.herald.runtime.redis.GoneRedis;
import io.herald.runtime.redis.RedisLink;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class SuspendedContactsTest {

  private static final Duration SOON = Duration.ofMinutes(1);

  private static TestRedis redis;
  private static RunningRuntime runtime;
  private static RedisLink link;
  private static SuspendedContacts contacts;

  @BeforeAll
  static void open() {
    redis = Backends.newRedis();
    runtime = RunningRuntime.start(Backends.kafka(), redis);
    link = runtime.part(RedisLink.class);
    contacts = new SuspendedContacts(link);
  }

  @AfterAll
  static void close() {
    runtime.close();
    redis.close();
  }

  @Test
  void notesTheReasonForAMonth() throws Exception {
    contacts.suspend("main", "7", "blocked").block(SOON);

    var commands = link.commands().orElseThrow();
    byte[] key = "suspended:{main}:7".getBytes(UTF_8);
    assertThat(commands.get(key).get()).asString(UTF_8).isEqualTo("blocked");
    assertThat(commands.pttl(key).get()).isBetween(29L * 86_400_000, 30L * 86_400_000);
  }

  @Test
  void saysWhetherTheContactHadBeenAway() {
    contacts.suspend("main", "8", "kicked").block(SOON);

    assertThat(contacts.restore("main", "8").block(SOON)).isTrue();
    assertThat(contacts.restore("main", "8").block(SOON)).isFalse();
  }

  @Test
  void tellsWhoOfManyHadBeenAway() {
    contacts.suspend("main", "11", "blocked").block(SOON);

    var answers = Flux.range(10, 3).flatMapSequential(chat -> contacts.restore("main", "" + chat));
    assertThat(answers.collectList().block(SOON)).containsExactly(false, true, false);
    assertThat(contacts.isSuspended("main", "11").block(SOON)).isFalse();
  }

  @Test
  void knowsNothingWhileRedisIsGone() {
    SuspendedContacts contacts = new SuspendedContacts(GoneRedis.link());

    contacts.suspend("main", "9", "blocked").block(SOON);
    assertThat(contacts.restore("main", "9").block(SOON)).isFalse();
  }
}
