package io.herald.scheduler.tell;

import io.herald.model.job.JobEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Figures of jobs. {@code type} is a kind from the file, or {@code unknown}.
 *
 * <ul>
 *   <li>{@code herald.jobs.queued}, {@code herald.jobs.running}: how many wait and run, over all
 *       schedulers: each tells the same. Alert when {@code queued} stays near its limit.
 *   <li>{@code herald.jobs.ended}, tags {@code type} and {@code outcome} ({@code completed}, {@code
 *       cancelled}, or the reason of a failure): each job once, also those that were refused. Alert
 *       on {@code crashed} and {@code not-installed}.
 *   <li>{@code herald.jobs.interrupted}, tag {@code type}: how often one was begun again.
 *   <li>{@code herald.jobs.waiting}, tag {@code type}: time in the queue, of each that began.
 *   <li>{@code herald.jobs.duration}, tags {@code type} and {@code outcome}: time that the last
 *       attempt ran.
 * </ul>
 */
public final class JobMetrics {

  private final AtomicInteger queued = new AtomicInteger();
  private final AtomicInteger running = new AtomicInteger();
  private final MeterRegistry meters;

  JobMetrics(MeterRegistry meters) {
    this.meters = meters;
    meters.gauge("herald.jobs.queued", queued);
    meters.gauge("herald.jobs.running", running);
  }

  /** So many there are. */
  public void looked(int queuedNow, int runningNow) {
    queued.set(queuedNow);
    running.set(runningNow);
  }

  /** One begins that waited since then. */
  public void began(JobEvent started, Instant waitedSince) {
    meters
        .timer("herald.jobs.waiting", "type", type(started))
        .record(between(waitedSince, started.at()));
  }

  void interrupted(JobEvent event) {
    meters.counter("herald.jobs.interrupted", "type", type(event)).increment();
  }

  void ended(JobEvent event) {
    String outcome = outcome(event);
    meters.counter("herald.jobs.ended", "type", type(event), "outcome", outcome).increment();
    Instant started = event.startedAt();
    if (started != null) {
      Timer timer = meters.timer("herald.jobs.duration", "type", type(event), "outcome", outcome);
      timer.record(between(started, event.at()));
    }
  }

  private static String outcome(JobEvent event) {
    return switch (event.state()) {
      case FAILED -> event.failure() == null ? "failed" : event.failure().reason();
      default -> event.state().name().toLowerCase(Locale.ROOT);
    };
  }

  // Whoever publishes commands could make up any number of names.
  private static String type(JobEvent event) {
    boolean isUnknown = event.failure() != null && event.failure().reason().equals("unknown-type");
    return isUnknown ? "unknown" : String.valueOf(event.job().type());
  }

  private static Duration between(Instant from, Instant to) {
    Duration duration = Duration.between(from, to);
    return duration.isNegative() ? Duration.ZERO : duration;
  }
}
