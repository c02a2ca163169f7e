package io.herald.scheduler.due;

import io.herald.model.schedule.Misfire;
import io.herald.model.schedule.Schedule;
import io.herald.runtime.schedule.Missed;
import io.herald.runtime.schedule.Timetable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a due time that has been reached: a function of the schedule, the due time and
 * now, and of nothing else.
 *
 * <p>Up to {@code late} after its time it is punctual, and every single one is fired. What is
 * reached later was missed, with all that were due meanwhile: then the schedule's misfire policy
 * holds, once for all of them.
 */
final class Plan {

  private final Duration late;

  /**
   * Plans.
   *
   * @param late from how late on a due time counts as missed
   */
  Plan(Duration late) {
    this.late = late;
  }

  /** What is to be done. */
  sealed interface Step {}

  /** Nothing before that time. */
  record Wait(Instant until) implements Step {}

  /**
   * It is fired.
   *
   * @param missed how many due times before it it stands for
   * @param next the due time after it; null: there is none
   */
  record Fire(Instant due, long missed, @Nullable Instant next) implements Step {}

  /**
   * It is left out, which is recorded.
   *
   * @param missed how many due times before it are left out with it
   * @param reason why, for people
   * @param next the due time after it; null: there is none
   */
  record Skip(Instant due, long missed, String reason, @Nullable Instant next) implements Step {}

  Step step(Schedule schedule, Instant due, Instant now) {
    Instant fireAt = Timetable.fireAt(schedule, due);
    if (fireAt.isAfter(now)) {
      return new Wait(fireAt);
    }
    if (!isLate(fireAt, now)) {
      return new Fire(due, 0, next(schedule, due));
    }
    return schedule.misfire().policy() == Misfire.Policy.SKIP
        ? skipped(schedule, due, now)
        : once(schedule, due, now);
  }

  private boolean isLate(Instant fireAt, Instant now) {
    return fireAt.plus(late).isBefore(now);
  }

  /** Those that are still punctual have their own turn afterwards. */
  private Step skipped(Schedule schedule, Instant due, Instant now) {
    Missed others = Timetable.missed(schedule, due, now.minus(late).minus(schedule.jitter()));
    return skip(schedule, latest(due, others), others, "missed: nothing ran at that time");
  }

  /** The latest stands for all, whether it is late or just in time. */
  private Step once(Schedule schedule, Instant due, Instant now) {
    Missed others = Timetable.missed(schedule, due, now.minus(schedule.jitter()));
    Instant latest = latest(due, others);
    Duration grace = schedule.misfire().grace();
    if (isLate(latest, now) && latest.plus(grace).isBefore(now)) {
      return skip(schedule, latest, others, "missed by more than " + words(grace));
    }
    return new Fire(latest, others.count(), next(schedule, latest));
  }

  private static Step skip(Schedule schedule, Instant latest, Missed others, String reason) {
    return new Skip(latest, others.count(), reason, next(schedule, latest));
  }

  private static Instant latest(Instant due, Missed others) {
    return others.latest() == null ? due : others.latest();
  }

  private static @Nullable Instant next(Schedule schedule, Instant due) {
    return Timetable.next(schedule, due).orElse(null);
  }

  /** {@code 1h30m}. */
  private static String words(Duration duration) {
    return duration.isZero()
        ? "0s"
        : duration.toString().substring(2).toLowerCase(java.util.Locale.ROOT);
  }
}
