package io.herald.bot.schedule;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what follows /remind: a time and a text. The time is {@code 18:30}, the next there is;
 * {@code today 18:30}, {@code tomorrow 9:00}, {@code 2026-12-24 18:00}, or {@code in 20m}, {@code
 * in 1h30m}, {@code in 2 days}. A function of the text, the zone and the time.
 *
 * <p>A time that clocks leave out counts as the end of the gap, one that they show twice as the
 * first of the two; as schedules have it.
 */
final class ReadWish {

  /** The farthest that anybody can be reminded of. */
  static final Duration FARTHEST = Duration.ofDays(5 * 366);

  // A unit ends where its word ends: "in 20 mice" is no 20 minutes.
  private static final String SPAN =
      "[0-9]{1,7}\\s*(?:w|weeks?|d|days?|h|hours?|m|mins?|minutes?|s|secs?|seconds?)(?![a-z])";
  private static final Pattern IN =
      Pattern.compile("(?is)in\\s+((?:" + SPAN + "\\s*)+)(.*)", Pattern.UNICODE_CASE);
  private static final Pattern PIECE = Pattern.compile("(?i)([0-9]+)\\s*([a-z])[a-z]*");
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?is)(?:(today|tomorrow)\\s+|([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:\\s+|T))?"
              + "(?:at\\s+)?([0-9]{1,2})[:.]([0-9]{2})(?=\\s|$)(.*)");

  private static final Wish NO_TIME = new Wish.Unclear("I can't read that time.");
  private static final Wish NO_TEXT = new Wish.Unclear("What shall I remind you of?");
  private static final Wish PASSED = new Wish.Unclear("That time has passed already.");
  private static final Wish TOO_FAR = new Wish.Unclear("That is more than five years away.");

  private ReadWish() {}

  /**
   * @param zone the clock that the person lives by
   * @param now when they wrote it
   */
  static Wish read(String written, ZoneId zone, Instant now) {
    Matcher in = IN.matcher(written);
    if (in.matches()) {
      return wish(now.plusSeconds(seconds(in.group(1))), in.group(2), now);
    }
    Matcher clock = CLOCK.matcher(written);
    return clock.matches() ? onTheClock(clock, now.atZone(zone)) : NO_TIME;
  }

  private static long seconds(String spans) {
    return PIECE
        .matcher(spans)
        .results()
        .mapToLong(piece -> Long.parseLong(piece.group(1)) * unit(piece.group(2)))
        .sum();
  }

  private static long unit(String letter) {
    return switch (letter.toLowerCase(Locale.ROOT)) {
      case "w" -> 7 * 86_400;
      case "d" -> 86_400;
      case "h" -> 3_600;
      case "m" -> 60;
      default -> 1;
    };
  }

  private static Wish onTheClock(Matcher clock, ZonedDateTime now) {
    LocalTime time;
    LocalDate date;
    try {
      time = LocalTime.of(number(clock, 5), number(clock, 6));
      date = date(clock, now.toLocalDate());
    } catch (DateTimeException e) {
      return new Wish.Unclear("There is no such time.");
    }
    Instant at = date == null ? next(time, now) : instant(date.atTime(time), now.getZone());
    return wish(at, clock.group(7), now.toInstant());
  }

  /** The day that was named; null: none was. */
  private static @Nullable LocalDate date(Matcher clock, LocalDate today) {
    if (clock.group(2) != null) {
      return LocalDate.of(number(clock, 2), number(clock, 3), number(clock, 4));
    }
    String day = clock.group(1);
    return day == null ? null : today.plusDays("today".equalsIgnoreCase(day) ? 0 : 1);
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static Instant next(LocalTime time, ZonedDateTime now) {
    Instant today = instant(now.toLocalDate().atTime(time), now.getZone());
    return today.isAfter(now.toInstant())
        ? today
        : instant(now.toLocalDate().plusDays(1).atTime(time), now.getZone());
  }

  private static Instant instant(LocalDateTime time, ZoneId zone) {
    var change = zone.getRules().getTransition(time);
    return change != null && change.isGap() ? change.getInstant() : time.atZone(zone).toInstant();
  }

  private static Wish wish(Instant at, String rest, Instant now) {
    String text = rest.strip();
    if (at.isBefore(now)) {
      return PASSED;
    }
    if (at.isAfter(now.plus(FARTHEST))) {
      return TOO_FAR;
    }
    return text.isEmpty() ? NO_TEXT : new Wish.Reminder(at, text);
  }
}
