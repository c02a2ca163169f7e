package io.herald.gateway.page;

import io.herald.gateway.schedule.ShownSchedule;
import io.herald.model.schedule.Owner;
import io.herald.model.schedule.RunOutcome;
import io.herald.model.schedule.Schedule;
import io.herald.model.schedule.ScheduleRun;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schedule in a list, and the head of its own page.
 *
 * @param state {@code ACTIVE}, {@code PAUSED} or {@code ENDED}
 * @param when when it is due, in words
 * @param next the next times; none: it is paused or has ended
 * @param owner whose it is; empty: of whoever is shown it
 */
record ScheduleRow(
    String id,
    String name,
    String what,
    String when,
    String state,
    Words words,
    List<Time> next,
    String owner) {

  /**
   * A time that lies ahead.
   *
   * @param iso for programs
   * @param at exactly, in the person's zone
   * @param until how long until then
   */
  record Time(String iso, String at, String until) {

    static Time of(Instant at, Times times, Instant now) {
      return new Time(at.toString(), times.exact(at), Times.until(at, now));
    }
  }

  static ScheduleRow of(ShownSchedule shown, String user, Times times, Instant now) {
    Schedule schedule = shown.schedule();
    return new ScheduleRow(
        schedule.id(),
        PayloadWords.name(schedule, user),
        PayloadWords.what(schedule.payload(), user),
        TimingWords.of(schedule.timing(), times),
        shown.state().name(),
        words(shown),
        shown.next().stream().map(at -> Time.of(at, times, now)).toList(),
        owner(schedule.owner(), user));
  }

  private static String owner(Owner owner, String user) {
    if (owner.user() != null) {
      return owner.user().equals(user) ? "" : owner.user();
    }
    return owner.telegramUser() == null
        ? "nobody, it is a program's"
        : "somebody who has not linked (" + owner.telegramUser() + ')';
  }

  private static Words words(ShownSchedule shown) {
    return switch (shown.state()) {
      case PAUSED -> new Words("Paused", "warn still");
      case ENDED -> new Words("Ended", "quiet");
      case ACTIVE ->
          hasFailed(shown.last()) ? new Words("Failed last", "bad") : new Words("Active", "good");
    };
  }

  private static boolean hasFailed(@Nullable ScheduleRun last) {
    return last != null && last.outcome() == RunOutcome.FAILED;
  }

  /** For the template: the next time; null: there is none. */
  public @Nullable Time first() {
    return next.isEmpty() ? null : next.getFirst();
  }
}
