package io.herald.runtime.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A while in which the clocks of a place go on without a jump.
 *
 * @param begin what they show first
 * @param end what they would show at its end, which is not a part of it
 * @param offset how far they are from UTC
 * @param then how they are changed at its end; null: it has none
 * @param place the place's clocks
 * @param once whether clock times that come again, because clocks are put back, belong only to the
 *     stretch that they come in first
 */
record Stretch(
    LocalDateTime begin,
    LocalDateTime end,
    ZoneOffset offset,
    @Nullable ZoneOffsetTransition then,
    ZoneRules place,
    boolean once) {

  /** What follows that time, of the stretch that it belongs to: nothing, when it is its last. */
  static Stretch after(Instant time, ZoneRules place, boolean once) {
    ZoneOffset offset = place.getOffset(time);
    ZoneOffsetTransition last = place.previousTransition(time.plusNanos(1));
    LocalDateTime shown = shown(time, offset).plusNanos(1);
    boolean isAgain = once && last != null && shown.isBefore(last.getDateTimeBefore());
    LocalDateTime begin = isAgain ? last.getDateTimeBefore() : shown;
    return of(begin, offset, place.nextTransition(time), place, once);
  }

  /** The one behind it; only where it has an end. */
  Stretch next() {
    ZoneOffsetTransition change = Objects.requireNonNull(then);
    LocalDateTime shown =
        once && change.isOverlap() ? change.getDateTimeBefore() : change.getDateTimeAfter();
    ZoneOffsetTransition following = place.nextTransition(change.getInstant());
    return of(shown, change.getOffsetAfter(), following, place, once);
  }

  private static Stretch of(
      LocalDateTime begin,
      ZoneOffset offset,
      @Nullable ZoneOffsetTransition then,
      ZoneRules place,
      boolean once) {
    LocalDateTime end = then == null ? LocalDateTime.MAX : then.getDateTimeBefore();
    return new Stretch(begin, end, offset, then, place, once);
  }

  /** Whether that clock time is left out at its end, because clocks are put forward. */
  boolean isLeftOut(LocalDateTime time) {
    return then != null
        && then.isGap()
        && !time.isBefore(then.getDateTimeBefore())
        && time.isBefore(then.getDateTimeAfter());
  }

  /** Whether it goes on beyond that time. */
  boolean goesBeyond(Instant time) {
    return then == null || then.getInstant().isAfter(time);
  }

  /** The same, but ended behind that time at the latest. */
  Stretch upTo(Instant time) {
    return goesBeyond(time)
        ? new Stretch(begin, shown(time, offset).plusNanos(1), offset, then, place, once)
        : this;
  }

  private static LocalDateTime shown(Instant time, ZoneOffset offset) {
    return LocalDateTime.ofEpochSecond(time.getEpochSecond(), time.getNano(), offset);
  }
}
