package io.herald.runtime.schedule;

import io.herald.model.schedule.Owner;
import io.herald.model.schedule.Schedule;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which schedules to list. What is null filters nothing.
 *
 * @param owner those of that owner, of whom {@code user}, or else {@code telegramUser}, is looked
 *     at
 * @param kind those with that payload: see {@code Payload.kind()}
 * @param paused those that are paused, or are not
 * @param text those that have that in their title or id, in whatever case
 */
public record ScheduleFilter(
    @Nullable Owner owner, @Nullable String kind, @Nullable Boolean paused, @Nullable String text) {

  /** Everything. */
  public static final ScheduleFilter NONE = new ScheduleFilter(null, null, null, null);

  /** Those of that owner. */
  public static ScheduleFilter of(Owner owner) {
    return new ScheduleFilter(owner, null, null, null);
  }

  /** Whether it asks for the schedules of somebody who can't have any. */
  boolean isForNobody() {
    return owner != null && owner.words().isEmpty();
  }

  /** The word that the owner's schedules are found under; null: everybody's. */
  @Nullable String word() {
    return owner == null ? null : owner.words().getFirst();
  }

  /** Whether it lets all of the owner's through. */
  boolean letsAll() {
    return kind == null && paused == null && text == null;
  }

  /** Whether it lets that one through; the owner is not looked at. */
  boolean lets(Schedule schedule) {
    return (kind == null || kind.equals(schedule.payload().kind()))
        && (paused == null || paused == schedule.paused())
        && (text == null || holds(schedule.title(), text) || holds(schedule.id(), text));
  }

  private static boolean holds(String whole, String part) {
    return whole.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }
}
