package io.herald.telegram.flood;

import static io.herald.telegram.flood.Timeline.MS;
import static io.herald.telegram.flood.Timeline.SECOND;
import static io.herald.telegram.flood.Timeline.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.topic.Lane;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanesTest {

  private final Timeline time = new Timeline();
  private FloodControl flood = new FloodControl(Ceilings.PUBLISHED);
  private final Map<Lane, Integer> passed = new EnumMap<>(Lane.class);
  private long chat;
  private long longestWait;

  @Test
  void aReplyToAFreshChatPassesAtOnceDuringABroadcast() {
    demand(Lane.BULK, 1);
    for (int i = 0; i < 50; i++) {
      time.after(SECOND + i * 411 * MS, () -> reply(time.now()));
    }

    time.runUntil(30);

    assertThat(passed.get(Lane.INTERACTIVE)).isEqualTo(50);
    assertThat(longestWait).isZero();
  }

  @Test
  void threeRepliesAtOnceNeedNotWaitEither() {
    demand(Lane.BULK, 1);
    for (int i = 0; i < 3; i++) {
      time.after(10 * SECOND + 7 * MS, () -> reply(time.now()));
    }

    time.runUntil(30);

    assertThat(longestWait).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8})
  void theReserveCostsABroadcastNothing(int replicas) {
    demand(Lane.BULK, replicas);

    time.runUntil(30);

    assertThat(passed.get(Lane.BULK)).isGreaterThanOrEqualTo(900);
  }

  @Test
  void standardOvertakesBulk() {
    demand(Lane.BULK, 1);
    demand(Lane.STANDARD, 1);

    time.runUntil(30);

    assertThat(share(Lane.BULK)).isBetween(0.099, 0.105);
    assertThat(share(Lane.STANDARD)).isGreaterThan(0.89);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8})
  void lowerLanesGetTheirShareUnderEndlessReplies(int replicas) {
    demand(Lane.INTERACTIVE, replicas);
    demand(Lane.STANDARD, replicas);
    demand(Lane.BULK, replicas);

    time.runUntil(60);

    assertThat(share(Lane.BULK)).isBetween(0.099, 0.12);
    assertThat(share(Lane.STANDARD)).isBetween(0.198, 0.23);
    assertThat(total()).isGreaterThanOrEqualTo(1_795);
  }

  @Test
  void aLaneThatNoLongerAsksHoldsNobodyUp() {
    demand(Lane.INTERACTIVE, 1);
    time.after(SECOND, () -> flood.ask("once", Lane.BULK, false, time.now()));

    time.runUntil(60);

    assertThat(total()).isGreaterThanOrEqualTo(1_795);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void lowerLanesGetTheirShareOfASlowBotToo(int perSecond) {
    Pace slow = new Pace(perSecond, Duration.ofSeconds(1));
    Pace free = new Pace(1_000_000, Duration.ofSeconds(1));
    flood = new FloodControl(new Ceilings(slow, free, free, free));
    demand(Lane.INTERACTIVE, 2);
    demand(Lane.STANDARD, 2);
    demand(Lane.BULK, 2);

    time.runUntil(400);

    assertThat(share(Lane.BULK)).isGreaterThanOrEqualTo(0.095);
    assertThat(share(Lane.STANDARD)).isGreaterThanOrEqualTo(0.19);
    // One a second is sent once in 1.175 s.
    assertThat(total()).isGreaterThanOrEqualTo(perSecond * 400 * 84 / 100);
  }

  @Test
  void saysWhenItIsWorthAskingAgain() {
    flood.ask("0", Lane.INTERACTIVE, false, START - 60 * SECOND);
    Leave leave = Leave.GO;
    while (leave.kind() == Leave.Kind.GO) {
      leave = flood.ask(String.valueOf(++chat), Lane.BULK, false, START);
    }
    long pause = leave.pauseMicros();

    assertThat(flood.ask("a", Lane.BULK, false, START + pause - 1).kind())
        .isEqualTo(Leave.Kind.BOT);
    assertThat(flood.ask("a", Lane.BULK, false, START + pause)).isEqualTo(Leave.GO);
  }

  /** Endless demand of a lane to ever new chats, by several askers who each ask when told to. */
  private void demand(Lane lane, int replicas) {
    for (int i = 0; i < replicas; i++) {
      time.after(i * 13 * MS, () -> serve(lane));
    }
  }

  private void serve(Lane lane) {
    Leave leave = flood.ask(String.valueOf(++chat), lane, false, time.now());
    if (leave.kind() == Leave.Kind.GO) {
      passed.merge(lane, 1, Integer::sum);
    }
    // The asker's own way takes a moment.
    time.after(leave.pauseMicros() + MS / 2, () -> serve(lane));
  }

  private void reply(long since) {
    Leave leave = flood.ask("reply" + since + ++chat, Lane.INTERACTIVE, false, time.now());
    if (leave.kind() == Leave.Kind.GO) {
      passed.merge(Lane.INTERACTIVE, 1, Integer::sum);
      longestWait = Math.max(longestWait, time.now() - since);
    } else {
      time.after(leave.pauseMicros(), () -> reply(since));
    }
  }

  private int total() {
    return passed.values().stream().mapToInt(Integer::intValue).sum();
  }

  private double share(Lane lane) {
    return (double) passed.getOrDefault(lane, 0) / total();
  }
}
