package io.herald.scheduler.summary;

import io.herald.model.schedule.Cron;
import io.herald.model.schedule.Timing;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The day that a summary is about: it ends when the summary is due, and began at the same time of
 * the day before on that person's clock; that may be 23 or 25 hours.
 *
 * @param from its beginning
 * @param to its end, which is not part of it
 */
record Day(ZonedDateTime from, ZonedDateTime to) {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEEE HH:mm", Locale.ENGLISH);

  static Day endingAt(Instant due, Timing timing) {
    ZoneId zone = timing instanceof Cron cron ? cron.zone() : ZoneOffset.UTC;
    ZonedDateTime end = due.atZone(zone);
    return new Day(end.minusDays(1), end);
  }

  boolean has(Instant time) {
    return !time.isBefore(from.toInstant()) && time.isBefore(to.toInstant());
  }

  /** {@code 6 January}. */
  String date() {
    return DATE.format(to);
  }

  /** {@code From Monday 09:00 to Tuesday 09:00 (Europe/Berlin)}. */
  String words() {
    String zone = to.getZone().equals(ZoneOffset.UTC) ? "UTC" : to.getZone().getId();
    return "From " + TIME.format(from) + " to " + TIME.format(to) + " (" + zone + ')';
  }
}
