package io.herald.scheduler.run;

import io.herald.model.job.JobEvent;
import io.herald.model.job.JobResult;
import io.herald.scheduler.queue.Sign;
import io.herald.scheduler.script.Answer;
import io.herald.scheduler.tell.Failures;
import io.herald.scheduler.tell.NextEvent;
import io.herald.scheduler.type.Program;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * A job that was taken: tells that it begins, runs its program, tells how it ended.
 *
 * <p>Kafka is gone: it begins when its beginning is told, and its end is told when that is
 * possible.
 */
final class RunJob implements Held {

  private static final Logger log = LoggerFactory.getLogger(RunJob.class);

  private final Signals signals = new Signals();
  private final Workshop workshop;
  private final BooleanSupplier isOutOfTime;
  private final JobEvent taken;
  private volatile JobEvent last;

  /**
   * Of that job.
   *
   * @param isOutOfTime whether this service can't wait any longer
   */
  RunJob(Workshop workshop, BooleanSupplier isOutOfTime, JobEvent taken) {
    this.workshop = workshop;
    this.isOutOfTime = isOutOfTime;
    this.taken = taken;
    this.last = taken;
  }

  @Override
  public String id() {
    return taken.id();
  }

  @Override
  public int attempt() {
    return taken.attempt();
  }

  @Override
  public void end(Why why) {
    signals.end(why);
  }

  @Override
  public void run() {
    Optional<Program> program = workshop.program(taken);
    if (program.isEmpty()) {
      tell(NextEvent.failed(taken, Failures.unknownType(), workshop.now()));
    } else if (begins()) {
      JobEvent end = end(outcome(program.get()), program);
      if (end != null) {
        tell(end);
      }
    }
  }

  /** Whether all know that it begins, and it is still this executor's. */
  private boolean begins() {
    JobEvent started = NextEvent.started(taken, workshop.now());
    last = started;
    if (!Await.success(workshop.tell().tell(started), this::isLeft)) {
      return false;
    }
    workshop.metrics().began(started, taken.at());
    return workshop.sign().apply(this) != Sign.LOST;
  }

  private boolean isLeft() {
    return signals.why() == Why.SHUTDOWN || isLost();
  }

  private Outcome outcome(Program program) {
    try {
      if (signals.why() == Why.CANCEL) {
        return new Outcome.Cancelled();
      }
      return new Attempt(program, taken.job(), workshop, signals, this::progress).run();
    } catch (RuntimeException e) {
      log.error("Job {} could not be run", id(), e);
      return new Outcome.Failed(Failures.crashed());
    }
  }

  private void progress(Report.Progress progress) {
    last = NextEvent.progress(last, progress.percent(), progress.item(), workshop.now());
    if (signals.why() == null || signals.why() == Why.EXITED) {
      workshop.tell().inPassing(last);
    }
  }

  private @Nullable JobEvent end(Outcome outcome, Optional<Program> program) {
    return switch (outcome) {
      case Outcome.Done(var result) -> NextEvent.completed(last, result, workshop.now());
      case Outcome.Said(var answer) -> program.map(it -> said(answer, it)).orElse(null);
      case Outcome.Failed(var failure) -> NextEvent.failed(last, failure, workshop.now());
      case Outcome.Cancelled() -> NextEvent.cancelled(last, Failures.cancelled(), workshop.now());
      case Outcome.Interrupted() -> interrupted(program);
      case Outcome.Lost() -> lost();
    };
  }

  /** Tells its owner what a script says; null when that could not be told. */
  private @Nullable JobEvent said(Answer answer, Program script) {
    AtomicReference<String> words = new AtomicReference<>("");
    Mono<Void> telling =
        workshop
            .scripts()
            .owners()
            .tell(taken.job(), Objects.requireNonNull(script.notifying()), answer)
            .doOnNext(words::set)
            .then();
    return until(telling)
        ? NextEvent.completed(last, new JobResult(words.get(), null, 0, List.of()), workshop.now())
        : null;
  }

  private @Nullable JobEvent interrupted(Optional<Program> program) {
    return switch (workshop.sign().apply(this)) {
      case OK -> AfterInterruption.event(last, program, workshop.now());
      case CANCEL -> NextEvent.cancelled(last, Failures.cancelled(), workshop.now());
      case LOST -> null;
    };
  }

  private @Nullable JobEvent lost() {
    log.warn("Job {} was ended here: another scheduler has taken it over", id());
    return null;
  }

  private void tell(JobEvent event) {
    try {
      until(workshop.tell().tell(event));
    } catch (IllegalStateException e) {
      log.error("The end of job {} can't be told as it is", id(), e);
      var failure = Failures.badResult("what it tells is too long");
      until(workshop.tell().tell(NextEvent.failed(taken, failure, workshop.now())));
    }
  }

  // Until it is told, it counts as running: whoever finds it then decides what becomes of it.
  private boolean until(Mono<Void> told) {
    boolean isTold = Await.success(told, () -> isOutOfTime.getAsBoolean() || isLost());
    if (!isTold) {
      log.warn("The end of job {} could not be told; another scheduler will find it", id());
    }
    return isTold;
  }

  private boolean isLost() {
    return signals.why() == Why.LOST;
  }
}
