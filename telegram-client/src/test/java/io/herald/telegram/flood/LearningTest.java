package io.herald.telegram.flood;

import static io.herald.telegram.flood.Timeline.MS;
import static io.herald.telegram.flood.Timeline.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.topic.Lane;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Constant bulk demand over many chats, against a server that quietly enforces another rate. */
class LearningTest {

  private static final Pace FREE = new Pace(1_000_000, Duration.ofSeconds(1));

  private final Timeline time = new Timeline();
  private final FloodControl flood = new FloodControl(Ceilings.PUBLISHED);
  private final Server server = new Server(Ceilings.PUBLISHED.bot(), FREE, FREE);
  private final int[] perSecond = new int[1_000];
  private long chat;

  @ParameterizedTest
  @CsvSource({
    "1, 0, 60, 5", "1, 20, 60, 5", "3, 0, 60, 5", "3, 30, 60, 5", "2, 0, 45, 5",
    "2, 0, 75, 5", "2, 0, 90, 5", "2, 7, 120, 5", "1, 20, 60, 150", "3, 0, 60, 150"
  })
  void findsALowerLimitAndFollowsItBackUp(int replicas, int before, int lower, int latency) {
    Random random = new Random(replicas * 1_000L + before + lower);
    after(before, () -> server.change(20));
    after(before + lower, () -> server.change(30));
    for (int i = 0; i < replicas; i++) {
      serve(random, latency * MS / 5, latency * MS * 4 / 5);
    }

    time.runUntil(before + lower + 120);

    int changed = before + lower;
    assertThat(server.refused).as("429s").isBetween(2, 15);
    assertThat(mean(before + 30, changed)).isGreaterThanOrEqualTo(0.95 * 20);
    assertThat(mean(changed + 60, changed + 120)).isGreaterThanOrEqualTo(0.95 * 30);
  }

  @Test
  void neverDropsBelowOneASecond() {
    server.change(1);
    serve(new Random(1), MS, 4 * MS);

    time.runUntil(60);

    assertThat(flood.rate(time.now())).isGreaterThanOrEqualTo(1_000);
    assertThat(server.passed).isGreaterThanOrEqualTo(35);
  }

  @Test
  void aLimitThatStaysIsTouchedEverLessOften() {
    server.change(10);
    serve(new Random(1), MS, 4 * MS);

    time.runUntil(300);
    int soon = server.refused;
    time.runUntil(900);

    assertThat(soon).isLessThanOrEqualTo(40);
    assertThat(server.refused - soon).isLessThanOrEqualTo(20);
    assertThat(server.passed).isGreaterThanOrEqualTo(9 * 900);
  }

  @Test
  void severalRefusalsAreOneIncident() {
    flood.ask("1", Lane.BULK, false, time.now());
    for (int i = 0; i < 10; i++) {
      flood.flooded(String.valueOf(i), SECOND, time.now());
    }

    assertThat(flood.rate(time.now())).isEqualTo(18_000);
    assertThat(flood.ask("new", Lane.INTERACTIVE, false, time.now()))
        .isEqualTo(new Leave(Leave.Kind.BOT, SECOND));
  }

  @Test
  void oneChatAloneIsNoMatterOfTheBot() {
    flood.ask("1", Lane.BULK, false, time.now());
    flood.flooded("1", SECOND, time.now());
    flood.flooded("1", SECOND, time.now());

    assertThat(flood.rate(time.now())).isEqualTo(30_000);
    assertThat(flood.ask("new", Lane.INTERACTIVE, false, time.now())).isEqualTo(Leave.GO);
  }

  @Test
  void aSlowGroupsLongPauseDoesNotStopTheBotForAsLong() {
    flood.ask("1", Lane.BULK, false, time.now());
    flood.flooded("-5", 40 * SECOND, time.now());
    flood.flooded("7", 2 * SECOND, time.now());

    assertThat(flood.ask("new", Lane.INTERACTIVE, false, time.now()).pauseMicros())
        .isEqualTo(2 * SECOND);
  }

  private void after(int seconds, Runnable action) {
    time.after(seconds * SECOND, action);
  }

  private double mean(int from, int to) {
    int sum = 0;
    for (int i = from; i < to; i++) {
      sum += perSecond[i];
    }
    return (double) sum / (to - from);
  }

  private void serve(Random random, long shortest, long spread) {
    String to = String.valueOf(++chat);
    Leave leave = flood.ask(to, Lane.BULK, false, time.now());
    if (leave.kind() == Leave.Kind.GO) {
      long there = shortest / 2 + random.nextLong(spread / 2);
      long back = shortest / 2 + random.nextLong(spread / 2);
      time.after(there, () -> arrive(to, back));
    }
    time.after(leave.pauseMicros(), () -> serve(random, shortest, spread));
  }

  private void arrive(String to, long back) {
    int retryAfter = server.call(to, time.now());
    if (retryAfter == 0) {
      perSecond[(int) time.seconds()]++;
    } else {
      time.after(back, () -> flood.flooded(to, retryAfter * SECOND, time.now()));
    }
  }
}
