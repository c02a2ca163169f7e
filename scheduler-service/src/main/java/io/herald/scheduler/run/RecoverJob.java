package io.herald.scheduler.run;

import io.herald.model.job.JobEvent;
import io.herald.model.job.JobState;
import io.herald.scheduler.queue.Sign;
import io.herald.scheduler.tell.Failures;
import io.herald.scheduler.tell.NextEvent;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A job whose executor went away: what it left behind on this machine is ended, and the policy of
 * its kind decides whether it is begun again. It is told in any case.
 */
final class RecoverJob implements Held {

  private static final Logger log = LoggerFactory.getLogger(RecoverJob.class);

  private final Signals signals = new Signals();
  private final Workshop workshop;
  private final BooleanSupplier isOutOfTime;
  private final JobEvent last;
  private final Consumer<String> giveBack;

  /**
   * Of that job.
   *
   * @param isOutOfTime whether this service can't wait any longer
   * @param last its last event
   * @param giveBack puts a job back into the queue of which nobody was told that it began
   */
  RecoverJob(
      Workshop workshop, BooleanSupplier isOutOfTime, JobEvent last, Consumer<String> giveBack) {
    this.workshop = workshop;
    this.isOutOfTime = isOutOfTime;
    this.last = last;
    this.giveBack = giveBack;
  }

  @Override
  public String id() {
    return last.id();
  }

  @Override
  public int attempt() {
    return last.attempt();
  }

  @Override
  public void end(Why why) {
    signals.end(why);
  }

  @Override
  public void run() {
    log.warn("Job {} was interrupted: its executor is gone", id());
    ProcessTree.orphans(workshop.folders().of(id())).end(workshop.grace());
    Sign sign = workshop.sign().apply(this);
    if (sign == Sign.LOST) {
      return;
    }
    if (last.state() == JobState.QUEUED && sign != Sign.CANCEL) {
      giveBack.accept(id());
      return;
    }
    JobEvent next =
        sign == Sign.CANCEL
            ? NextEvent.cancelled(last, Failures.cancelled(), workshop.now())
            : AfterInterruption.event(last, workshop.program(last), workshop.now());
    Await.success(
        workshop.tell().tell(next), () -> isOutOfTime.getAsBoolean() || signals.why() == Why.LOST);
  }
}
