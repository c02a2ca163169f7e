package io.herald.runtime.schedule;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.scheduling.support.CronExpression;

/**
 * The times of a day that a cron expression names, which are the same on each of its days: every
 * hour of some with every minute of some with every second of some. So they can be counted without
 * going through them.
 */
final class TimesOfDay {

  private static final LocalDateTime ANY_DAY = LocalDateTime.of(2026, 1, 5, 0, 0);

  private final int[] hours;
  private final int[] minutes;
  private final int[] seconds;

  private TimesOfDay(int[] hours, int[] minutes, int[] seconds) {
    this.hours = hours;
    this.minutes = minutes;
    this.seconds = seconds;
  }

  static TimesOfDay of(CronFields fields) {
    return new TimesOfDay(
        times(fields.hours(), Duration.ofDays(1)).mapToInt(LocalDateTime::getHour).toArray(),
        times(fields.minutes(), Duration.ofHours(1)).mapToInt(LocalDateTime::getMinute).toArray(),
        times(fields.seconds(), Duration.ofMinutes(1))
            .mapToInt(LocalDateTime::getSecond)
            .toArray());
  }

  private static Stream<LocalDateTime> times(CronExpression expression, Duration within) {
    LocalDateTime end = ANY_DAY.plus(within);
    return Stream.iterate(expression.next(ANY_DAY.minusNanos(1)), expression::next)
        .takeWhile(time -> Objects.requireNonNull(time).isBefore(end));
  }

  /** How many there are on a day. */
  int count() {
    return hours.length * minutes.length * seconds.length;
  }

  /** How many there are on a day before that time. */
  int before(LocalTime time) {
    int hour = Arrays.binarySearch(hours, time.getHour());
    if (hour < 0) {
      return ~hour * minutes.length * seconds.length;
    }
    int minute = Arrays.binarySearch(minutes, time.getMinute());
    if (minute < 0) {
      return (hour * minutes.length + ~minute) * seconds.length;
    }
    int second = Arrays.binarySearch(seconds, time.getSecond());
    int whole = second < 0 ? ~second : time.getNano() > 0 ? second + 1 : second;
    return (hour * minutes.length + minute) * seconds.length + whole;
  }

  /** The one that so many are before. */
  LocalTime at(int before) {
    int second = before % seconds.length;
    int minute = before / seconds.length % minutes.length;
    int hour = before / seconds.length / minutes.length;
    return LocalTime.of(hours[hour], minutes[minute], seconds[second]);
  }
}
