package io.herald.worker.repetition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.backends.Backends;
import io.herald.backends.TestRedis;
import io.herald.model.notification.NotificationRequested;
import io.herald.runtime.contract.ReadNotification;
import io.herald.worker.admission.Linked;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;

class RedisRepetitionTest {

  private static final Duration SOON = Duration.ofMinutes(1);
  private static Linked linked;
  private static int chats;

  private final String chat = String.valueOf(++chats);

  @BeforeAll
  static void open() {
    linked = new Linked(Backends.redis());
  }

  @AfterAll
  static void close() {
    linked.close();
  }

  @Test
  void sparesTheSecondOfADedupeKey() {
    assertThat(reason("a", "'dedupeKey':'k'")).isNull();
    assertThat(reason("b", "'dedupeKey':'k'")).isEqualTo("duplicate");
    assertThat(reason("b", "'dedupeKey':'l'")).isNull();
    assertThat(reason("c", "'kind':'x'")).isNull();
  }

  @Test
  void sparesTheSecondOfAKindWithinTheCooldown() {
    assertThat(reason("a", "'cooldown':'1h'")).isNull();
    assertThat(reason("b", "'cooldown':'30m'")).isEqualTo("cooldown");
    assertThat(reason("c", "'cooldown':'1h','kind':'other'")).isNull();
    assertThat(reason("d", "'cooldown':'1h','source':'other'")).isNull();
    assertThat(reason("e", "'silent':true")).isNull();
  }

  @Test
  void letsTheSameNotificationPassAgain() {
    String fields = "'dedupeKey':'k','cooldown':'1h'";

    assertThat(reason("a", fields)).isNull();
    assertThat(reason("a", fields)).isNull();
  }

  /** What is spared for one reason claims nothing for the other. */
  @Test
  void claimsBothOrNothing() {
    reason("a", "'dedupeKey':'k'");

    assertThat(reason("b", "'dedupeKey':'k','cooldown':'1h'")).isEqualTo("duplicate");
    assertThat(reason("c", "'dedupeKey':'l','cooldown':'1h'")).isNull();
  }

  @ParameterizedTest
  @CsvSource({"'30s', 30", "'10m', 600", "'2h', 7200", "'3d', 259200", ", 3600"})
  void holdsTheKeyAsLongAsItsWindow(String window, long seconds) throws Exception {
    reason("a", "'dedupeKey':'k'" + (window == null ? "" : ",'dedupeWindow':'" + window + "'"));

    byte[] key = ("dedupe:{main:" + chat + "}:k").getBytes(UTF_8);
    long left = linked.commands().pttl(key).toCompletableFuture().get();
    assertThat(left).isBetween(seconds * 1000 - 5_000, seconds * 1000);
  }

  @Test
  void hasOneWinner() {
    var repetition = new RedisRepetition(linked.link());

    List<String> spared =
        Flux.range(0, 200)
            .flatMap(
                i -> repetition.reason(notification("n" + i, "'dedupeKey':'k'"), "main", chat), 64)
            .collectList()
            .block(SOON);

    assertThat(spared).hasSize(199).containsOnly("duplicate");
  }

  @Test
  void letsEverythingPassWithoutRedis() {
    TestRedis redis = Backends.newRedis();
    try (redis;
        Linked other = new Linked(redis)) {
      var repetition = new RedisRepetition(other.link());
      repetition.reason(notification("a", "'dedupeKey':'k'"), "main", chat).block(SOON);
      redis.close();

      assertThat(repetition.reason(notification("b", "'dedupeKey':'k'"), "main", chat).block(SOON))
          .isNull();
    }
  }

  private String reason(String id, String fields) {
    return new RedisRepetition(linked.link())
        .reason(notification(id, fields), "main", chat)
        .block(SOON);
  }

  private static NotificationRequested notification(String id, String fields) {
    String json = "{'id':'" + id + "','to':{'chat':'1'},'text':'x'," + fields + "}";
    return new ReadNotification().read(json.replace('\'', '"').getBytes(UTF_8));
  }
}
