package io.herald.emulator.flood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.emulator.MutableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FloodControlTest {
  private static final long BOT = 42;
  private static final long USER = 1001;
  private static final long GROUP = -100;

  private final MutableClock clock = new MutableClock();
  private final FloodControl flood = new FloodControl(clock, limits("30/s", "1/s", "20/m", 3));

  @Test
  void aPrivateChatTakesAShortBurstAndThenOnePerSecond() {
    assertThat(new int[] {take(USER), take(USER), take(USER), take(USER)})
        .containsExactly(0, 0, 0, 1);
    clock.advance(Duration.ofSeconds(1));
    assertThat(take(USER)).isZero();
    assertThat(take(USER)).isEqualTo(1);
  }

  @Test
  void aGroupTakesTwentyPerMinuteAndSaysHowLongToWait() {
    for (int i = 0; i < 20; i++) {
      assertThat(take(GROUP)).isZero();
    }
    assertThat(take(GROUP)).isEqualTo(3);
    clock.advance(Duration.ofSeconds(3));
    assertThat(take(GROUP)).isZero();
  }

  @Test
  void aBotIsLimitedOverAllChats() {
    for (int chat = 1; chat <= 30; chat++) {
      assertThat(take(chat)).isZero();
    }
    assertThat(take(31)).isEqualTo(1);
    assertThat(flood.acquire(43, 31)).as("another bot").isZero();
  }

  @Test
  void aRefusedMessageTakesNothing() {
    for (int i = 0; i < 10; i++) {
      take(USER);
    }
    clock.advance(Duration.ofSeconds(1));
    assertThat(take(USER)).isZero();
  }

  @Test
  void limitsChangeWhileRunning() {
    flood.change(limits("off", "off", "off", 1));
    for (int i = 0; i < 1_000; i++) {
      assertThat(take(USER)).isZero();
    }
    flood.change(limits("off", "1/s", "off", 1));
    assertThat(new int[] {take(USER), take(USER)}).containsExactly(0, 1);
  }

  @Test
  void aWrongRateNamesTheSetting() {
    assertThatThrownBy(() -> Limit.parse("emulator.limits.chat", "fast"))
        .hasMessageContaining("emulator.limits.chat")
        .hasMessageContaining("'fast'");
  }

  private int take(long chat) {
    return flood.acquire(BOT, chat);
  }

  private static Limits limits(String global, String chat, String group, int burst) {
    return new Limits(
        Limit.parse("global", global),
        Limit.parse("chat", chat),
        Limit.parse("group", group),
        burst);
  }
}
