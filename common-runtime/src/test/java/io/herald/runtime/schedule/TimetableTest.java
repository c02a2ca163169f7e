package io.herald.runtime.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.schedule.At;
import io.herald.model.schedule.Cron;
import io.herald.model.schedule.Every;
import io.herald.model.schedule.Misfire;
import io.herald.model.schedule.Owner;
import io.herald.model.schedule.Schedule;
import io.herald.model.schedule.Summarize;
import io.herald.model.schedule.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimetableTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final Duration QUARTER = Duration.ofMinutes(15);

  @Test
  void everyQuarterFallsOnFullQuarters() {
    Timing every = new Every(QUARTER, null);

    assertThat(Timetable.next(every, NOON.plusSeconds(1), 3))
        .containsExactly(at("12:15"), at("12:30"), at("12:45"));
    assertThat(Timetable.next(every, NOON.minusMillis(1))).contains(NOON);
    assertThat(Timetable.next(every, NOON)).contains(at("12:15"));
  }

  @Test
  void everyFromBeginsThere() {
    Timing every = new Every(Duration.ofDays(1), at("15:07"));

    assertThat(Timetable.next(every, NOON.minus(Duration.ofDays(900)), 2))
        .containsExactly(at("15:07"), at("15:07").plus(Duration.ofDays(1)));
    assertThat(Timetable.next(every, at("15:07"))).contains(at("15:07").plus(Duration.ofDays(1)));
  }

  @Test
  void onceIsOnce() {
    assertThat(Timetable.next(new At(NOON), NOON.minusMillis(1), 3)).containsExactly(NOON);
    assertThat(Timetable.next(new At(NOON), NOON)).isEmpty();
  }

  @Test
  void onceIsDueAlsoWhenItIsMadeTooLate() {
    assertThat(Timetable.first(schedule(new At(NOON.minusSeconds(5)), null)))
        .contains(NOON.minusSeconds(5));
    assertThat(Timetable.first(schedule(new Every(QUARTER, null), null))).contains(at("12:15"));
  }

  @Test
  void nothingIsDueFromTheEndOn() {
    Schedule ending = schedule(new Every(QUARTER, null), at("12:30"));

    assertThat(Timetable.next(ending, NOON)).contains(at("12:15"));
    assertThat(Timetable.next(ending, at("12:15"))).isEmpty();
    assertThat(Timetable.missed(ending, NOON, at("14:00"))).isEqualTo(new Missed(1, at("12:15")));
    assertThat(Timetable.missed(ending, at("13:00"), at("14:00"))).isEqualTo(Missed.NONE);
    assertThat(Timetable.first(schedule(new At(NOON), NOON))).isEmpty();
  }

  @Test
  void missedTimesAreThoseAfterTheFirstUpToTheLast() {
    Schedule quarters = schedule(new Every(QUARTER, null), null);
    Schedule once = schedule(new At(NOON), null);
    Schedule hours = schedule(new Cron("0 * * * *", ZoneOffset.UTC), null);

    assertThat(Timetable.missed(quarters, NOON, at("13:00"))).isEqualTo(new Missed(4, at("13:00")));
    assertThat(Timetable.missed(quarters, NOON, at("12:14"))).isEqualTo(Missed.NONE);
    assertThat(Timetable.missed(quarters, NOON, NOON)).isEqualTo(Missed.NONE);
    assertThat(Timetable.missed(once, NOON.minusMillis(1), NOON)).isEqualTo(new Missed(1, NOON));
    assertThat(Timetable.missed(once, NOON, at("13:00"))).isEqualTo(Missed.NONE);
    assertThat(Timetable.missed(hours, NOON, at("14:59"))).isEqualTo(new Missed(2, at("14:00")));
    assertThat(Timetable.missed(schedule(new Every(QUARTER, at("12:20")), null), NOON, at("12:40")))
        .isEqualTo(new Missed(2, at("12:35")));
  }

  /** Ten years of seconds: by going through them this test would take minutes. */
  @Test
  void yearsOfSecondsAreCountedNotGoneThrough() {
    Instant end = Instant.parse("2036-01-05T12:00:00Z");
    long seconds = Duration.between(NOON, end).toSeconds();
    for (Timing timing :
        List.of(
            new Every(Duration.ofSeconds(1), null),
            new Cron("* * * * * *", ZoneId.of("Europe/Berlin")))) {
      assertThat(Timetable.missed(schedule(timing, null), NOON, end))
          .isEqualTo(new Missed(seconds, end));
    }
    assertThat(
            Timetable.missed(
                schedule(new Cron("0 9 * * *", ZoneId.of("Europe/Berlin")), null), NOON, end))
        .isEqualTo(new Missed(3652, Instant.parse("2036-01-05T08:00:00Z")));
  }

  @Test
  void jitterIsAlwaysTheSameAndSpreadsEvenly() {
    Schedule minute = jittered("a", Duration.ofMinutes(1));
    assertThat(Timetable.fireAt(minute, NOON)).isEqualTo(Timetable.fireAt(minute, NOON));
    assertThat(Timetable.fireAt(jittered("a", Duration.ZERO), NOON)).isEqualTo(NOON);

    long[] quarters = new long[4];
    IntStream.range(0, 10_000)
        .mapToObj(i -> Timetable.fireAt(jittered("daily-" + i, Duration.ofMinutes(1)), NOON))
        .mapToLong(at -> Duration.between(NOON, at).toMillis())
        .peek(late -> assertThat(late).isBetween(0L, 60_000L))
        .forEach(late -> quarters[(int) Math.min(3, late / 15_000)]++);
    assertThat(LongStream.of(quarters)).allMatch(count -> Math.abs(count - 2500) < 250);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 25 * * *        | hour: 25 is not 0-23
          60 * * * *        | minute: 60 is not 0-59
          61 0 * * * *      | second: 61 is not 0-59
          0 9 32 * *        | day of month: 32 is not 1-31
          0 9 0 * *         | day of month: 0 is not 1-31
          0 9 * 13 *        | month: 13 is not 1-12
          0 9 * * 8         | day of week: 8 is not 0-7
          0 9-99 * * *      | hour: 99 is not 0-23
          0 17-9 * * *      | hour: 17-9 goes backwards
          */0 9 * * *       | minute: must be made of 0-59, *, lists, ranges and steps
          nine 9 * * *      | minute: must be made of 0-59, *, lists, ranges and steps
          0 9 * JANUAR *    | month: must be made of 1-12, *, lists, ranges and steps, JAN-DEC
          0 9 * * MONDAY    | day of week: must be made of 0-7, *, lists, ranges and steps, SUN-SAT, L and #
          0 9 * *           | has 4 fields, not 5 (minute first) or 6 (second first)
          @daily            | has 1 field, not 5 (minute first) or 6 (second first)
          0 0 0 9 * * *     | has 7 fields, not 5 (minute first) or 6 (second first)
          0 9 30 2 *        | day of month: there is no such day
          0 9 31 4,6,9,11 * | day of month: there is no such day
          """)
  void whatIsWrongWithAnExpressionNamesItsField(String cron, String problem) {
    Timing timing = new Cron(cron, ZoneOffset.UTC);

    assertThat(Timetable.problem(timing)).contains(new TimingProblem("cron", problem));
    assertThat(Timetable.next(timing, NOON)).isEmpty();
    assertThat(Timetable.missed(schedule(timing, null), NOON, at("13:00"))).isEqualTo(Missed.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 9 * * MON-FRI     | 2026-01-06T09:00:00Z
          0 9 * * mon,wed     | 2026-01-07T09:00:00Z
          30 8 * * 1-5        | 2026-01-06T08:30:00Z
          0 9 13 * FRI        | 2026-02-13T09:00:00Z
          0 9 L * *           | 2026-01-31T09:00:00Z
          0 9 LW * *          | 2026-01-30T09:00:00Z
          0 9 15W * *         | 2026-01-15T09:00:00Z
          0 9 * * MON#1       | 2026-02-02T09:00:00Z
          0 9 * * FRIL        | 2026-01-30T09:00:00Z
          0 9 ? * 7           | 2026-01-11T09:00:00Z
          0 9 29 2 *          | 2028-02-29T09:00:00Z
          0 9 29 2 MON        | 2044-02-29T09:00:00Z
          5/20 * * * *        | 2026-01-05T12:05:00Z
          0 0 1 JAN *         | 2027-01-01T00:00:00Z
          15 0 12 * * *       | 2026-01-05T12:00:15Z
          '  0   9 * *  *  '  | 2026-01-06T09:00:00Z
          """)
  void validExpressionsAreDueWhenTheySay(String cron, Instant due) {
    Timing timing = new Cron(cron, ZoneOffset.UTC);

    assertThat(Timetable.problem(timing)).isEmpty();
    assertThat(Timetable.next(timing, NOON)).contains(due);
  }

  @Test
  void otherTimingsHaveBoundsToo() {
    assertThat(Timetable.problem(new Every(Duration.ofMillis(999), null)))
        .contains(new TimingProblem("every", "must be at least a second"));
    assertThat(Timetable.problem(new Every(Duration.ofSeconds(1), Instant.MIN)))
        .map(TimingProblem::field)
        .contains("from");
    assertThat(Timetable.problem(new At(Instant.MAX))).map(TimingProblem::field).contains("at");
    assertThat(Timetable.problem(new At(NOON))).isEmpty();
    assertThat(Timetable.problem(new Every(QUARTER, NOON))).isEmpty();
  }

  @Test
  void farAwayTimesAreNoFailures() {
    for (Instant time : List.of(Instant.MIN, Instant.EPOCH, Instant.MAX)) {
      Timetable.next(new Cron("0 9 * * *", ZoneId.of("Europe/Berlin")), time);
      Timetable.next(new At(NOON), time);
    }
    assertThat(Timetable.next(new Cron("0 9 * * *", ZoneOffset.UTC), Instant.MIN))
        .contains(Instant.parse("1970-01-01T09:00:00Z"));
  }

  private static Schedule schedule(Timing timing, @Nullable Instant end) {
    return Schedule.of("a", Owner.OPERATORS, "", timing, new Summarize("ann"), NOON)
        .with("", timing, new Summarize("ann"), Duration.ZERO, Misfire.DEFAULT, false, end);
  }

  private static Schedule jittered(String id, Duration jitter) {
    Timing timing = new At(NOON);
    return Schedule.of(id, Owner.OPERATORS, "", timing, new Summarize("ann"), NOON)
        .with("", timing, new Summarize("ann"), jitter, Misfire.DEFAULT, false, null);
  }

  private static Instant at(String time) {
    return Instant.parse("2026-01-05T" + time + ":00Z");
  }
}
