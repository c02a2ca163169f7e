package io.herald.gateway.schedule;

import io.herald.model.schedule.Misfire;
import io.herald.model.schedule.Owner;
import io.herald.model.schedule.Payload;
import io.herald.model.schedule.Schedule;
import io.herald.model.schedule.Timing;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What people choose of a schedule, checked.
 *
 * @param title what they call it; empty: nothing
 * @param timing when it is due
 * @param payload what happens then
 * @param jitter most that it is fired later
 * @param misfire what becomes of a time that was missed
 * @param paused whether it does not fire
 * @param endsAt from then on it is not due any more; null: it never ends
 */
public record ScheduleDraft(
    String title,
    Timing timing,
    Payload payload,
    Duration jitter,
    Misfire misfire,
    boolean paused,
    @Nullable Instant endsAt) {

  static ScheduleDraft of(Schedule schedule) {
    return new ScheduleDraft(
        schedule.title(),
        schedule.timing(),
        schedule.payload(),
        schedule.jitter(),
        schedule.misfire(),
        schedule.paused(),
        schedule.endsAt());
  }

  /** A schedule of it that was never saved. */
  Schedule asNew(String id, Owner owner, Instant now) {
    return onto(Schedule.of(id, owner, title, timing, payload, now));
  }

  /** That schedule with this chosen. */
  Schedule onto(Schedule schedule) {
    return schedule.with(title, timing, payload, jitter, misfire, paused, endsAt);
  }

  /** This, with the title and the timing of that one. */
  ScheduleDraft movedTo(ScheduleDraft to) {
    return new ScheduleDraft(to.title, to.timing, payload, jitter, misfire, paused, endsAt);
  }

  /** Whether somebody who sends the one has sent the other; it may have been paused since. */
  boolean isSameAs(ScheduleDraft other) {
    return withoutPause().equals(other.withoutPause());
  }

  private ScheduleDraft withoutPause() {
    return new ScheduleDraft(title, timing, payload, jitter, misfire, false, endsAt);
  }
}
