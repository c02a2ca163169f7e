package io.herald.telegram.flood;

import static io.herald.telegram.flood.Timeline.MS;
import static io.herald.telegram.flood.Timeline.SECOND;
import static io.herald.telegram.flood.Timeline.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.topic.Lane;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacingTest {

  private final FloodControl flood = new FloodControl(Ceilings.PUBLISHED);

  @Test
  void aGroupTakesNineteenAtOnceThenOneSoonAndThenOneEveryThreeSeconds() {
    warm();
    List<Long> sent = sendAll(flood, 30, "-100");

    assertThat(sent.subList(0, 19)).containsOnly(0L);
    assertThat(sent.get(19)).isEqualTo(175 * MS);
    assertThat(sent.get(20)).isEqualTo(3_175 * MS);
    assertThat(sent.getLast()).isLessThanOrEqualTo(30_200 * MS);
  }

  @Test
  void aPrivateChatTakesTwoAtOnceAndThenOneASecond() {
    warm();

    assertThat(sendAll(flood, 5, "7")).containsExactly(0L, 0L, SECOND, 2 * SECOND, 3 * SECOND);
  }

  @Test
  void aBotOfWhichNothingIsKnownStartsWithAFewTokensAndReachesItsRate() {
    List<Long> sent = new ArrayList<>();
    for (int i = 0; i < 900; i++) {
      sent.addAll(sendAll(flood, 1, String.valueOf(i), sent.isEmpty() ? 0 : sent.getLast()));
    }

    assertThat(sent.get(1)).isZero();
    assertThat(sent.get(2)).isPositive();
    assertThat(sent.getLast()).isLessThanOrEqualTo(30 * SECOND);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void aServerWithTheSameFiguresNeverRefusesThoughTheNetworkShiftsCalls(int seed) {
    var broadcast = new Broadcast(Ceilings.PUBLISHED, Server.published(), new Random(seed), 80);
    broadcast.queue(-10, 10, 30);
    broadcast.queue(1, 600, 1);

    double last = broadcast.run(60);

    assertThat(broadcast.server().refused).isZero();
    assertThat(broadcast.server().passed).isEqualTo(900);
    assertThat(last).isLessThanOrEqualTo(30.5);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void burstsAfterQuietTimesAreWithinTheServersBurst(int seed) {
    var random = new Random(seed);
    var broadcast = new Broadcast(Ceilings.PUBLISHED, Server.published(), random, 80);
    for (int second = 0; second < 120; second += 1 + random.nextInt(6)) {
      int chat = 1 + random.nextInt(20) - 3;
      int count = 1 + random.nextInt(40);
      broadcast.queueAt(second, chat == 0 ? 1 : chat, 1 + random.nextInt(40), 1 + count / 10);
    }

    broadcast.run(600);

    assertThat(broadcast.server().refused).isZero();
    assertThat(broadcast.left()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1/1000", "2/1000", "5/1000", "1000/1000", "60/60000", "1/60000"})
  void holdsForOtherCeilingsToo(String rate) {
    String[] parts = rate.split("/");
    var pace = new Pace(Integer.parseInt(parts[0]), Duration.ofMillis(Long.parseLong(parts[1])));
    var free = new Pace(1_000_000, Duration.ofSeconds(1));
    var ceilings = new Ceilings(pace, free, free, free);
    var broadcast = new Broadcast(ceilings, new Server(pace, free, free), new Random(5), 80);
    broadcast.queue(1, 300, 1);

    broadcast.run(301 * 90);

    assertThat(broadcast.server().refused).isZero();
    assertThat(broadcast.left()).isZero();
  }

  @Test
  void aCallThatWasAnsweredLateMayHaveBeenCountedAsLate() {
    warm();
    assertThat(flood.ask("-100", Lane.BULK, false, START)).isEqualTo(Leave.GO);
    flood.answered("-100", START + SECOND);

    List<Long> sent = sendAll(flood, 20, "-100", SECOND);
    // The first was counted at 1 s at the latest, so the 21st, the server's first refill, is 4 s.
    assertThat(sent.get(18)).isEqualTo(1_175 * MS);
    assertThat(sent.get(19)).isEqualTo(4_175 * MS);
  }

  @Test
  void editsHaveABudgetOfTheirOwnAndTakeFromTheirChat() {
    warm();
    assertThat(flood.ask("7", Lane.STANDARD, true, START).kind()).isEqualTo(Leave.Kind.GO);
    assertThat(flood.ask("7", Lane.STANDARD, true, START).kind()).isEqualTo(Leave.Kind.GO);
    assertThat(flood.ask("7", Lane.STANDARD, true, START))
        .isEqualTo(new Leave(Leave.Kind.CHAT, 3 * SECOND));
    assertThat(flood.ask("7", Lane.STANDARD, false, START))
        .isEqualTo(new Leave(Leave.Kind.CHAT, SECOND));
  }

  @Test
  void aMillionASecondIsAsGoodAsNoLimit() {
    var free = new Pace(1_000_000, Duration.ofSeconds(1));
    var unlimited = new FloodControl(new Ceilings(free, free, free, free));
    unlimited.ask("1", Lane.BULK, false, START);
    for (int i = 0; i < 50_000; i++) {
      assertThat(unlimited.ask("1", Lane.BULK, true, START + SECOND).kind())
          .isEqualTo(Leave.Kind.GO);
    }
  }

  @Test
  void aFrozenChatWaitsExactlyAsLongAsWasSaid() {
    warm();
    flood.flooded("-5", 7 * SECOND, START);

    assertThat(flood.ask("-5", Lane.INTERACTIVE, false, START + SECOND))
        .isEqualTo(new Leave(Leave.Kind.CHAT, 6 * SECOND));
    assertThat(flood.ask("-6", Lane.BULK, false, START + SECOND)).isEqualTo(Leave.GO);
    assertThat(flood.ask("-5", Lane.BULK, false, START + 7 * SECOND)).isEqualTo(Leave.GO);
    assertThat(flood.ask("-5", Lane.BULK, false, START + 7 * SECOND))
        .isEqualTo(new Leave(Leave.Kind.CHAT, 3 * SECOND));
  }

  /** After this the bot is known and its bucket is full. */
  private void warm() {
    flood.ask("warm", Lane.INTERACTIVE, false, START - 60 * SECOND);
  }

  private static List<Long> sendAll(FloodControl flood, int count, String chat) {
    return sendAll(flood, count, chat, 0);
  }

  /** When each passed, in microseconds since the start, if one always asks when told to. */
  private static List<Long> sendAll(FloodControl flood, int count, String chat, long from) {
    List<Long> sent = new ArrayList<>();
    long now = START + from;
    while (sent.size() < count) {
      Leave leave = flood.ask(chat, Lane.BULK, false, now);
      if (leave.kind() == Leave.Kind.GO) {
        sent.add(now - START);
      }
      now += leave.pauseMicros();
    }
    return sent;
  }
}
