package io.herald.system.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.system.conversation.Talk;
import io.herald.system.emulator.Emulator.BulkOrder;
import io.herald.system.emulator.Emulator.Run;
import io.herald.system.stack.People;
import io.herald.system.stack.Stack;
import io.herald.system.stack.SystemTest;
import io.herald.system.stack.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Fifty people flood the bot: each is held back by themselves, and everybody else is answered. How
 * fast is told beside the goal, not asserted: it depends on who else uses the machine.
 */
@SystemTest
@Tag("prove")
class FloodIT {

  private static final Path TABLE = Path.of("target", "prove", "commands.txt");
  private static final int PEOPLE = 50;
  private static final int COUNT = 6_000;
  private static final double PER_SECOND = 300;
  private static final int OTHERS = 200;
  private static final int P50 = OTHERS / 2 - 1;
  private static final int P99 = OTHERS * 99 / 100 - 1;
  private static final int WARM_UP = 1_500;
  private static final Duration NOTICEABLE = Duration.ofMillis(500);

  @Test
  void holdsBackWhoFloodsAndNobodyElse(Stack stack) {
    stack.bot().restartWith(Map.of("HERALD_COMMANDS_RATE", "20/m", "HERALD_COMMANDS_BURST", "10"));
    try {
      // A bot-service that has just started is slow for everybody, for two seconds.
      awaitEnd(stack, flood(stack, WARM_UP, People.crowd(PEOPLE)), WARM_UP);
      long first = People.crowd(PEOPLE);
      Run flood = flood(stack, COUNT, first);
      long[] nanos = new long[OTHERS];
      for (int i = 0; i < OTHERS; i++) {
        Talk other = new Talk(stack.emulator(), People.stranger());
        long begin = System.nanoTime();
        assertThat(other.say("/help").words()).contains("/help");
        nanos[i] = System.nanoTime() - begin;
      }
      awaitEnd(stack, flood, COUNT);

      Arrays.sort(nanos);
      tell(nanos);
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

  private static void tell(long[] nanos) {
    String line =
        "flood: %d people, %.0f commands/s; others' /help answered: p50 %d ms, p99 %d ms (goal"
            + " %d)%n";
    long goal = NOTICEABLE.toMillis();
    String figures =
        line.formatted(PEOPLE, PER_SECOND, millis(nanos[P50]), millis(nanos[P99]), goal);
    try {
      Files.createDirectories(TABLE.getParent());
      Files.writeString(TABLE, figures);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long millis(long nanos) {
    return Duration.ofNanos(nanos).toMillis();
  }

  private static Run flood(Stack stack, int count, long first) {
    return stack
        .emulator()
        .start(new BulkOrder(count, PEOPLE, PER_SECOND, "/n{n}", "/n(\\d+)", first));
  }

  private static void awaitEnd(Stack stack, Run flood, int count) {
    Waiting.until(
        "every update was taken",
        Duration.ofSeconds(60),
        () -> stack.emulator().run(flood).acknowledged() == count);
  }

  private static long throttled(Stack stack, long user) {
    return stack.emulator().replies(user).stream()
        .filter(reply -> reply.words().contains("please wait"))
        .count();
  }
}
