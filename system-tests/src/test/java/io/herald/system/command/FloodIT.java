package io.herald.system.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.system.conversation.Talk;
import io.herald.system.emulator.Emulator.BulkOrder;
import io.herald.system.emulator.Emulator.Run;
import io.herald.system.stack.People;
import io.herald.system.stack.Stack;
import io.herald.system.stack.SystemTest;
import io.herald.system.stack.Waiting;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Fifty people flood the bot: each is held back by themselves, and nobody else notices. */
@SystemTest
class FloodIT {

  private static final int PEOPLE = 50;
  private static final int COUNT = 6_000;
  private static final double PER_SECOND = 300;
  private static final int OTHERS = 200;
  private static final int P99 = OTHERS * 99 / 100 - 1;
  private static final int WARM_UP = 60;
  private static final Duration NOTICEABLE = Duration.ofMillis(500);

  @Test
  void holdsBackWhoFloodsAndNobodyElse(Stack stack) {
    stack.bot().restartWith(Map.of("HERALD_COMMANDS_RATE", "20/m", "HERALD_COMMANDS_BURST", "10"));
    try {
      // A bot-service that has just started is slow for everybody.
      for (int i = 0; i < WARM_UP; i++) {
        new Talk(stack.emulator(), People.stranger()).say("/help");
      }
      long first = People.crowd(PEOPLE);
      Run flood =
          stack
              .emulator()
              .start(new BulkOrder(COUNT, PEOPLE, PER_SECOND, "/n{n}", "/n(\\d+)", first));
      long[] nanos = new long[OTHERS];
      for (int i = 0; i < OTHERS; i++) {
        Talk other = new Talk(stack.emulator(), People.stranger());
        long begin = System.nanoTime();
        assertThat(other.say("/help").words()).contains("/help");
        nanos[i] = System.nanoTime() - begin;
      }
      Waiting.until(
          "every update was taken",
          Duration.ofSeconds(60),
          () -> stack.emulator().run(flood).acknowledged() == COUNT);

      Arrays.sort(nanos);
      assertThat(Duration.ofNanos(nanos[P99])).isLessThan(NOTICEABLE);
      for (long user = first; user < first + PEOPLE; user++) {
        long flooding = user;
        Waiting.until("each is told", () -> throttled(stack, flooding) > 0);
        // Ten at once, and one in three seconds after that.
        assertThat(stack.emulator().replies(flooding)).hasSizeLessThan(30);
      }
    } finally {
      stack.bot().restartWith(Map.of());
    }
  }

  private static long throttled(Stack stack, long user) {
    return stack.emulator().replies(user).stream()
        .filter(reply -> reply.words().contains("please wait"))
        .count();
  }
}
