package io.herald.gateway.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
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
  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter EXACT_SECOND =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm:ss", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ENGLISH);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  private static final Duration A_MINUTE = Duration.ofMinutes(1);
  private static final Duration SOME_HOURS = Duration.ofMinutes(90);
  private static final Duration SOME_DAYS = Duration.ofHours(48);

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

  /** {@code Mon 5 Jan 2026, 09:00}, with seconds where there are some. */
  String exact(Instant at) {
    ZonedDateTime there = at.atZone(zone);
    return (there.getSecond() == 0 ? EXACT : EXACT_SECOND).format(there);
  }

  /** How long until then: {@code in 12 min}; what has come is {@code due now}. */
  static String until(Instant at, Instant now) {
    Duration wait = Duration.between(now, at);
    if (!wait.isPositive()) {
      return "due now";
    }
    if (wait.compareTo(A_MINUTE) < 0) {
      return "in less than a minute";
    }
    if (wait.compareTo(SOME_HOURS) < 0) {
      return "in " + wait.toMinutes() + " min";
    }
    return wait.compareTo(SOME_DAYS) < 0
        ? "in " + wait.toHours() + " h"
        : "in " + wait.toDays() + " days";
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
