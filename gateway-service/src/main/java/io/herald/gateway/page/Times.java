package io.herald.gateway.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Moments in a person's own zone.
 *
 * @param zone the zone
 */
record Times(ZoneId zone) {

  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ENGLISH);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  /** {@code 12 ms}, and from ten seconds on {@code 63.1 s}. */
  static String took(long millis) {
    return millis < 10_000
        ? millis + " ms"
        : String.format(Locale.ENGLISH, "%.1f s", millis / 1000.0);
  }

  /** {@code 5 Jan, 09:00}. */
  String brief(Instant at) {
    return DAY_AND_TIME.format(at.atZone(zone));
  }

  /** {@code 5 January 2026}. */
  String day(Instant at) {
    return DAY.format(at.atZone(zone));
  }

  /** {@code 09:00:00.123}. */
  String clock(Instant at) {
    return CLOCK.format(at.atZone(zone));
  }

  /** {@code 09:00}. */
  String minute(Instant at) {
    return MINUTE.format(at.atZone(zone));
  }
}
