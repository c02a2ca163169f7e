package io.herald.bot.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says times as people do: {@code today at 18:30}, {@code on Thursday 24 December at 18:00}. */
final class SayTime {

  private static final DateTimeFormatter TIME = formatter("HH:mm");
  private static final DateTimeFormatter DAY = formatter("'on' EEEE d MMMM");
  private static final DateTimeFormatter DAY_AND_YEAR = formatter("'on' EEEE d MMMM yyyy");

  private SayTime() {}

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  static String of(Instant at, Instant now, ZoneId zone) {
    ZonedDateTime there = at.atZone(zone);
    LocalDate today = now.atZone(zone).toLocalDate();
    return day(there.toLocalDate(), today) + " at " + there.format(TIME);
  }

  private static String day(LocalDate day, LocalDate today) {
    if (day.equals(today)) {
      return "today";
    }
    if (day.equals(today.plusDays(1))) {
      return "tomorrow";
    }
    return day.format(day.getYear() == today.getYear() ? DAY : DAY_AND_YEAR);
  }
}
