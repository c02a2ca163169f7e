package io.herald.system.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.system.emulator.Emulator;
import io.herald.system.emulator.Emulator.BulkOrder;
import io.herald.system.emulator.Emulator.Run;
import io.herald.system.stack.Member;
import io.herald.system.stack.People;
import io.herald.system.stack.Stack;
import io.herald.system.stack.SystemTest;
import io.herald.system.stack.Waiting;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each service is asked to end under load. */
@SystemTest
@Tag("prove")
class TerminationIT {

  private static final int COUNT = 2400;
  private static final int USERS = 100;
  private static final double PER_SECOND = 150;
  private static final Duration DRAIN = Duration.ofSeconds(20);

  @Test
  void everyServiceDrainsWhileUpdatesFlowAndNothingIsLostOrDoubled(Stack stack) {
    Emulator emulator = stack.emulator();
    Run run = emulator.start(BulkOrder.distinct(COUNT, USERS, PER_SECOND, People.crowd(USERS)));

    // Against the stream, so that each has work at hand when it is asked to end.
    for (Member service : stack.services().reversed()) {
      int seen = emulator.run(run).acknowledged();
      Waiting.until("updates flow", () -> emulator.run(run).acknowledged() > seen + 50);
      long asked = System.nanoTime();
      assertThat(service.stop()).as("exit code of " + service.name()).isZero();
      assertThat(Duration.ofNanos(System.nanoTime() - asked))
          .as("time " + service.name() + " took to end")
          .isLessThan(DRAIN);
      service.start();
    }
    stack.services().forEach(Member::awaitReady);

    Waiting.until(
        "every update is answered",
        Duration.ofSeconds(60),
        () -> emulator.run(run).distinct() == COUNT);
    assertThat(emulator.run(run).duplicates()).as("duplicate replies").isZero();
  }
}
