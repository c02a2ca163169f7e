package io.herald.runtime.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.schedule.Cron;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What cron expressions are due at when clocks are changed: the table of {@code docs/schedules.md},
 * and more. Each line gives the place, the expression, a time, and the due times after it.
 *
 * <p>2026: in Berlin at 02:00 to 03:00 on 29 March, at 03:00 to 02:00 on 25 October; in New York at
 * 02:00 to 03:00 on 8 March, at 02:00 to 01:00 on 1 November; on Lord Howe Island at 02:00 to 02:30
 * on 4 October, at 02:00 to 01:30 on 5 April.
 */
class ClockChangesTest {

  @DisplayName("Put forward")
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # A time of the day that is left out comes when clocks are put forward.
          Europe/Berlin       | 30 2 * * *      | 2026-03-28T03:00+01:00 | 2026-03-29T03:00+02:00 2026-03-30T02:30+02:00
          America/New_York    | 30 2 * * *      | 2026-03-07T03:00-05:00 | 2026-03-08T03:00-04:00 2026-03-09T02:30-04:00
          Australia/Lord_Howe | 15 2 * * *      | 2026-10-03T03:00+10:30 | 2026-10-04T02:30+11:00 2026-10-05T02:15+11:00
          Europe/Berlin       | 0 2 * * *       | 2026-03-28T03:00+01:00 | 2026-03-29T03:00+02:00 2026-03-30T02:00+02:00
          America/New_York    | 0 2 * * *       | 2026-03-07T03:00-05:00 | 2026-03-08T03:00-04:00 2026-03-09T02:00-04:00
          Australia/Lord_Howe | 0 2 * * *       | 2026-10-03T03:00+10:30 | 2026-10-04T02:30+11:00 2026-10-05T02:00+11:00
          # Several that are left out come once.
          Europe/Berlin       | */15 2 * * *    | 2026-03-28T03:00+01:00 | 2026-03-29T03:00+02:00 2026-03-30T02:00+02:00
          Australia/Lord_Howe | */10 2 * * *    | 2026-10-03T03:00+10:30 | 2026-10-04T02:30+11:00 2026-10-04T02:40+11:00 2026-10-04T02:50+11:00 2026-10-05T02:00+11:00
          # Together with one that is due then anyway, too.
          Europe/Berlin       | 0 2,3 * * *     | 2026-03-28T04:00+01:00 | 2026-03-29T03:00+02:00 2026-03-30T02:00+02:00 2026-03-30T03:00+02:00
          Europe/Berlin       | */30 1-3 * * *  | 2026-03-29T00:30+01:00 | 2026-03-29T01:00+01:00 2026-03-29T01:30+01:00 2026-03-29T03:00+02:00 2026-03-29T03:30+02:00 2026-03-30T01:00+02:00
          Australia/Lord_Howe | 15,30 2 * * *   | 2026-10-03T03:00+10:30 | 2026-10-04T02:30+11:00 2026-10-05T02:15+11:00
          # Times around it are not touched.
          Europe/Berlin       | 59 1 * * *      | 2026-03-28T03:00+01:00 | 2026-03-29T01:59+01:00 2026-03-30T01:59+02:00
          Europe/Berlin       | 0 3 * * *       | 2026-03-28T04:00+01:00 | 2026-03-29T03:00+02:00 2026-03-30T03:00+02:00
          Europe/Berlin       | 0 9 * * *       | 2026-03-28T10:00+01:00 | 2026-03-29T09:00+02:00 2026-03-30T09:00+02:00
          Australia/Lord_Howe | 45 2 * * *      | 2026-10-03T03:00+10:30 | 2026-10-04T02:45+11:00 2026-10-05T02:45+11:00
          # Steps of hours that name not every hour are times of the day.
          Europe/Berlin       | 0 */2 * * *     | 2026-03-29T00:00+01:00 | 2026-03-29T03:00+02:00 2026-03-29T04:00+02:00 2026-03-29T06:00+02:00
          America/New_York    | 30 */2 * * *    | 2026-03-08T00:30-05:00 | 2026-03-08T03:00-04:00 2026-03-08T04:30-04:00
          # A rhythm goes on: what is left out is left out.
          Europe/Berlin       | */15 * * * *    | 2026-03-29T01:30+01:00 | 2026-03-29T01:45+01:00 2026-03-29T03:00+02:00 2026-03-29T03:15+02:00
          America/New_York    | */15 * * * *    | 2026-03-08T01:30-05:00 | 2026-03-08T01:45-05:00 2026-03-08T03:00-04:00 2026-03-08T03:15-04:00
          Australia/Lord_Howe | */15 * * * *    | 2026-10-04T01:30+10:30 | 2026-10-04T01:45+10:30 2026-10-04T02:30+11:00 2026-10-04T02:45+11:00
          Europe/Berlin       | 30 * * * *      | 2026-03-29T00:30+01:00 | 2026-03-29T01:30+01:00 2026-03-29T03:30+02:00
          Australia/Lord_Howe | 0 * * * *       | 2026-10-04T01:00+10:30 | 2026-10-04T03:00+11:00 2026-10-04T04:00+11:00
          Europe/Berlin       | 0 0-23 * * *    | 2026-03-29T01:00+01:00 | 2026-03-29T03:00+02:00
          Europe/Berlin       | 0 */1 * * *     | 2026-03-29T01:00+01:00 | 2026-03-29T03:00+02:00
          Europe/Berlin       | */20 * * * * *  | 2026-03-29T01:59:20+01:00 | 2026-03-29T01:59:40+01:00 2026-03-29T03:00+02:00
          # Where midnight is left out: Beirut, 27 March 2022 at 00:00 to 01:00.
          Asia/Beirut         | 0 0 * * *       | 2022-03-26T12:00+02:00 | 2022-03-27T01:00+03:00 2022-03-28T00:00+03:00
          Asia/Beirut         | 0 0 * * SUN     | 2022-03-26T12:00+02:00 | 2022-03-27T01:00+03:00 2022-04-03T00:00+03:00
          # Where a day is left out: Samoa, 30 December 2011.
          Pacific/Apia        | 0 9 * * *       | 2011-12-29T09:00-10:00 | 2011-12-31T00:00+14:00 2011-12-31T09:00+14:00
          Pacific/Apia        | 0 * * * *       | 2011-12-29T22:00-10:00 | 2011-12-29T23:00-10:00 2011-12-31T00:00+14:00
          """)
  void putForward(String zone, String cron, String after, String due) {
    check(zone, cron, after, due);
  }

  @DisplayName("Put back")
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # A time of the day that comes twice is due the first time.
          Europe/Berlin       | 30 2 * * *      | 2026-10-24T03:00+02:00 | 2026-10-25T02:30+02:00 2026-10-26T02:30+01:00
          America/New_York    | 30 1 * * *      | 2026-10-31T03:00-04:00 | 2026-11-01T01:30-04:00 2026-11-02T01:30-05:00
          Australia/Lord_Howe | 45 1 * * *      | 2026-04-04T03:00+11:00 | 2026-04-05T01:45+11:00 2026-04-06T01:45+10:30
          Europe/Berlin       | 0 2 * * *       | 2026-10-24T03:00+02:00 | 2026-10-25T02:00+02:00 2026-10-26T02:00+01:00
          Europe/Berlin       | */15 2 * * *    | 2026-10-25T02:15+02:00 | 2026-10-25T02:30+02:00 2026-10-25T02:45+02:00 2026-10-26T02:00+01:00
          Australia/Lord_Howe | */15 1 * * *    | 2026-04-05T01:15+11:00 | 2026-04-05T01:30+11:00 2026-04-05T01:45+11:00 2026-04-06T01:00+10:30
          # Also for who looks between the two, or just when they are put back.
          Europe/Berlin       | 30 2 * * *      | 2026-10-25T02:15+01:00 | 2026-10-26T02:30+01:00
          Europe/Berlin       | 30 2 * * *      | 2026-10-25T02:00+01:00 | 2026-10-26T02:30+01:00
          Europe/Berlin       | 30 2 * * *      | 2026-10-25T02:59:59.999+02:00 | 2026-10-26T02:30+01:00
          America/New_York    | 30 1 * * *      | 2026-11-01T01:15-05:00 | 2026-11-02T01:30-05:00
          Australia/Lord_Howe | 45 1 * * *      | 2026-04-05T01:40+10:30 | 2026-04-06T01:45+10:30
          # Times around it are not touched.
          Europe/Berlin       | 59 1 * * *      | 2026-10-24T03:00+02:00 | 2026-10-25T01:59+02:00 2026-10-26T01:59+01:00
          Europe/Berlin       | 0 3 * * *       | 2026-10-24T04:00+02:00 | 2026-10-25T03:00+01:00 2026-10-26T03:00+01:00
          Europe/Berlin       | 0 9 * * *       | 2026-10-24T10:00+02:00 | 2026-10-25T09:00+01:00 2026-10-26T09:00+01:00
          America/New_York    | 0 2 * * *       | 2026-10-31T03:00-04:00 | 2026-11-01T02:00-05:00 2026-11-02T02:00-05:00
          Australia/Lord_Howe | 0 2 * * *       | 2026-04-04T03:00+11:00 | 2026-04-05T02:00+10:30 2026-04-06T02:00+10:30
          # Steps of hours that name not every hour are times of the day.
          Europe/Berlin       | 0 */2 * * *     | 2026-10-25T00:00+02:00 | 2026-10-25T02:00+02:00 2026-10-25T04:00+01:00
          # A rhythm goes on through both.
          Europe/Berlin       | */15 * * * *    | 2026-10-25T02:30+02:00 | 2026-10-25T02:45+02:00 2026-10-25T02:00+01:00 2026-10-25T02:15+01:00
          America/New_York    | */15 * * * *    | 2026-11-01T01:30-04:00 | 2026-11-01T01:45-04:00 2026-11-01T01:00-05:00 2026-11-01T01:15-05:00
          Australia/Lord_Howe | */15 * * * *    | 2026-04-05T01:30+11:00 | 2026-04-05T01:45+11:00 2026-04-05T01:30+10:30 2026-04-05T01:45+10:30 2026-04-05T02:00+10:30
          Europe/Berlin       | 30 * * * *      | 2026-10-25T01:30+02:00 | 2026-10-25T02:30+02:00 2026-10-25T02:30+01:00 2026-10-25T03:30+01:00
          Australia/Lord_Howe | 0 * * * *       | 2026-04-05T01:00+11:00 | 2026-04-05T02:00+10:30 2026-04-05T03:00+10:30
          Australia/Lord_Howe | 30 * * * *      | 2026-04-05T00:30+11:00 | 2026-04-05T01:30+11:00 2026-04-05T01:30+10:30 2026-04-05T02:30+10:30
          Europe/Berlin       | 0 0-11,12-23 * * * | 2026-10-25T02:00+02:00 | 2026-10-25T02:00+01:00
          Europe/Berlin       | */20 * * * * *  | 2026-10-25T02:59:20+02:00 | 2026-10-25T02:59:40+02:00 2026-10-25T02:00+01:00
          # Where midnight comes twice: Beirut, 30 October 2022 at 00:00 to 23:00.
          Asia/Beirut         | 30 23 * * *     | 2022-10-29T12:00+03:00 | 2022-10-29T23:30+03:00 2022-10-30T23:30+02:00
          Asia/Beirut         | 0 0 * * *       | 2022-10-29T12:00+03:00 | 2022-10-30T00:00+02:00 2022-10-31T00:00+02:00
          """)
  void putBack(String zone, String cron, String after, String due) {
    check(zone, cron, after, due);
  }

  private static void check(String zone, String cron, String after, String due) {
    Cron timing = new Cron(cron, ZoneId.of(zone));
    List<Instant> wanted = Stream.of(due.split(" ")).map(ClockChangesTest::time).toList();

    assertThat(Timetable.next(timing, time(after), wanted.size())).isEqualTo(wanted);
    assertThat(counted(timing, time(after), wanted)).isEqualTo(wanted);
  }

  /** The same by counting: from each to the next there is one. */
  private static List<Instant> counted(Cron timing, Instant after, List<Instant> wanted) {
    List<Instant> found = new ArrayList<>();
    Instant from = after;
    for (Instant due : wanted) {
      Missed missed = CronTimes.of(timing).orElseThrow().between(from, due);
      assertThat(missed.count()).isOne();
      found.add(missed.latest());
      from = due;
    }
    return found;
  }

  private static Instant time(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }
}
