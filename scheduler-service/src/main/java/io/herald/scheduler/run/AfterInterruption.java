package io.herald.scheduler.run;

import io.herald.model.job.JobEvent;
import io.herald.model.job.JobState;
import io.herald.scheduler.tell.Failures;
import io.herald.scheduler.tell.NextEvent;
import io.herald.scheduler.type.OnCrash;
import io.herald.scheduler.type.Program;
import java.time.Instant;
import java.util.Optional;

/** Decides what becomes of a job that was interrupted. Pure. */
final class AfterInterruption {

  /** Most attempts: what always takes its machine down must not do so for ever. */
  static final int MOST_ATTEMPTS = 5;

  private AfterInterruption() {}

  /**
   * What is told next.
   *
   * @param last its last event
   * @param program its kind; empty: there is none any more
   */
  static JobEvent event(JobEvent last, Optional<Program> program, Instant now) {
    if (last.state() == JobState.CANCELLING) {
      return NextEvent.cancelled(last, Failures.cancelled(), now);
    }
    boolean restarts = program.map(it -> it.onCrash() == OnCrash.RESTART).orElse(false);
    if (!restarts) {
      return NextEvent.failed(last, Failures.crashed(), now);
    }
    return last.attempt() < MOST_ATTEMPTS
        ? NextEvent.again(last, now)
        : NextEvent.failed(last, Failures.crashedOften(MOST_ATTEMPTS), now);
  }
}
