package io.herald.scheduler.due;

import io.herald.model.schedule.ScheduleRun;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Figures of schedules. {@code payload} is {@code notification}, {@code post}, {@code script} or
 * {@code summary}.
 *
 * <ul>
 *   <li>{@code herald.schedules.stored}: how many there are, {@code herald.schedules.due}: how many
 *       are due and wait for a scheduler. Each scheduler tells the same. Alert when {@code due}
 *       stays up.
 *   <li>{@code herald.schedules.claimed}: how many this scheduler fires at the moment.
 *   <li>{@code herald.schedules.fires}, tags {@code payload} and {@code outcome} ({@code fired},
 *       {@code skipped}, {@code failed}, {@code completed}): every run that was recorded, by time
 *       or by hand. A script counts as fired, and again as completed or failed. Alert on {@code
 *       failed}.
 *   <li>{@code herald.schedules.missed}: due times that were neither fired nor have a run of their
 *       own. Alert on any.
 *   <li>{@code herald.schedules.lateness}: from the due time (with its jitter) until what it stands
 *       for was durable, of each that was fired by time. Alert on many above 2 s.
 *   <li>{@code herald.schedules.retries}: fires that did not work, because Kafka or Redis was away,
 *       and were left to be tried again.
 * </ul>
 */
final class DueMetrics {

  private static final Duration[] STEPS = {
    Duration.ofMillis(50),
    Duration.ofMillis(200),
    Duration.ofSeconds(1),
    Duration.ofSeconds(2),
    Duration.ofSeconds(10),
    Duration.ofMinutes(1)
  };

  private final AtomicLong stored = new AtomicLong();
  private final AtomicLong overdue = new AtomicLong();
  private final MeterRegistry meters;
  private final Timer lateness;

  DueMetrics(MeterRegistry meters) {
    this.meters = meters;
    this.lateness =
        Timer.builder("herald.schedules.lateness").serviceLevelObjectives(STEPS).register(meters);
    meters.gauge("herald.schedules.stored", stored);
    meters.gauge("herald.schedules.due", overdue);
  }

  /** Follows how many are in hand. */
  void follow(AtomicInteger inHand) {
    meters.gauge("herald.schedules.claimed", inHand);
  }

  void looked(Claims claims) {
    stored.set(claims.stored());
    overdue.set(claims.overdue());
  }

  void late(Duration by) {
    lateness.record(by.isNegative() ? Duration.ZERO : by);
  }

  void recorded(String payload, ScheduleRun run) {
    String outcome = run.outcome().name().toLowerCase(Locale.ROOT);
    meters.counter("herald.schedules.fires", "payload", payload, "outcome", outcome).increment();
    if (run.missed() > 0) {
      meters.counter("herald.schedules.missed").increment(run.missed());
    }
  }

  void failed() {
    meters.counter("herald.schedules.retries").increment();
  }
}
