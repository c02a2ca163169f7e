package io.herald.worker.preference;

import io.herald.model.account.Preferences;
import io.herald.model.account.QuietHours;
import io.herald.model.topic.Lane;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks preferences about a notification; a pure function of time. */
public final class AskPreferences {

  private AskPreferences() {}

  /**
   * What they say.
   *
   * @param priority of the notification; one that a person waits for ignores quiet hours
   */
  public static Advice about(Preferences preferences, Lane priority, Instant now) {
    if (!preferences.enabled()) {
      return new Advice.Suppress("disabled");
    }
    if (priority.compareTo(preferences.minimumPriority()) > 0) {
      return new Advice.Suppress("priority");
    }
    if (priority == Lane.INTERACTIVE || preferences.quietHours() == null) {
      return Advice.SEND;
    }
    return quietUntil(preferences.quietHours(), preferences.zone(), now)
        .<Advice>map(Advice.WaitUntil::new)
        .orElse(Advice.SEND);
  }

  /** The end of the quiet hours that the moment lies in, those of today or of last night. */
  private static Optional<Instant> quietUntil(QuietHours hours, ZoneId zone, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    return Stream.of(today.minusDays(1), today)
        .filter(day -> !now.isBefore(beginning(day, hours, zone)))
        .map(day -> end(day, hours, zone))
        .filter(now::isBefore)
        .findFirst();
  }

  private static Instant beginning(LocalDate day, QuietHours hours, ZoneId zone) {
    return instant(day, hours.from(), zone, true);
  }

  private static Instant end(LocalDate day, QuietHours hours, ZoneId zone) {
    LocalDate last = hours.from().isBefore(hours.to()) ? day : day.plusDays(1);
    return instant(last, hours.to(), zone, false);
  }

  /**
   * The instant of a time on the wall. A time that is skipped when clocks go forward is the moment
   * of that; of one that comes twice when they go back, quiet hours begin with the first and end
   * with the second, so that nobody is woken by the clock.
   */
  private static Instant instant(LocalDate day, LocalTime time, ZoneId zone, boolean first) {
    LocalDateTime wall = day.atTime(time);
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(wall);
    if (offsets.isEmpty()) {
      ZoneOffsetTransition gap = zone.getRules().getTransition(wall);
      return gap.getInstant();
    }
    return wall.toInstant(first ? offsets.getFirst() : offsets.getLast());
  }
}
