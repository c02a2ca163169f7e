package io.herald.runtime.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.schedule.Cron;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.springframework.scheduling.support.CronExpression;

/** Due times are those that going through all minutes finds, by the words of the rules. */
class CronTimesPropertyTest {

  private static final Duration WHILE = Duration.ofHours(48);

  /** Places, and a time a little before their clocks change: by an hour, half of one, or a day. */
  private enum Change {
    BERLIN_FORWARD("Europe/Berlin", "2026-03-28T00:00:00Z"),
    BERLIN_BACK("Europe/Berlin", "2026-10-24T00:00:00Z"),
    NEW_YORK_FORWARD("America/New_York", "2026-03-07T00:00:00Z"),
    NEW_YORK_BACK("America/New_York", "2026-10-31T00:00:00Z"),
    LORD_HOWE_FORWARD("Australia/Lord_Howe", "2026-10-02T12:00:00Z"),
    LORD_HOWE_BACK("Australia/Lord_Howe", "2026-04-03T12:00:00Z"),
    BEIRUT_FORWARD("Asia/Beirut", "2022-03-26T00:00:00Z"),
    BEIRUT_BACK("Asia/Beirut", "2022-10-29T00:00:00Z"),
    A_DAY("Pacific/Apia", "2011-12-29T00:00:00Z"),
    NEVER("UTC", "2026-03-28T00:00:00Z");

    private final ZoneId zone;
    private final Instant before;

    Change(String zone, String before) {
      this.zone = ZoneId.of(zone);
      this.before = Instant.parse(before);
    }
  }

  /** An expression, and a time to look from. */
  private record Look(Change change, String minutes, String hours, String days, int from) {

    Cron cron() {
      return new Cron(minutes + ' ' + hours + ' ' + days, change.zone);
    }

    Instant after() {
      return change.before.plusSeconds(from);
    }
  }

  @Provide
  Arbitrary<Look> looks() {
    return Combinators.combine(
            Arbitraries.of(Change.class),
            Arbitraries.of("*", "0", "30", "59", "*/15", "*/7", "10-20", "0,15,45", "5/25"),
            Arbitraries.of("*", "*/1", "0-23", "0", "1", "2", "3", "*/2", "1-3", "23,0,2", "2-23"),
            Arbitraries.of("* * *", "* * *", "* * SUN", "29 * *", "* 3,10 SUN#1", "L * *"),
            Arbitraries.integers().between(0, (int) WHILE.toSeconds()))
        .as(Look::new);
  }

  @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
  void areThoseThatGoingThroughAllMinutesFinds(@ForAll("looks") Look look) {
    Instant after = look.after();
    Instant end = look.change().before.plus(WHILE);
    List<Instant> wanted = goneThrough(look.cron(), after, end);

    assertThat(nexts(look.cron(), after, end)).isEqualTo(wanted);

    Missed missed = CronTimes.of(look.cron()).orElseThrow().between(after, end);
    assertThat(missed.count()).isEqualTo(wanted.size());
    assertThat(missed.latest()).isEqualTo(wanted.isEmpty() ? null : wanted.getLast());
  }

  @Property(tries = 300)
  void nextIsAfterAndNeverEarlierForLater(@ForAll("looks") Look look, @ForAll int seed) {
    Instant one = look.after();
    Instant other = one.plusSeconds(Math.floorMod(seed, 100_000));

    Instant next = Timetable.next(look.cron(), one).orElseThrow();
    Instant nextOfOther = Timetable.next(look.cron(), other).orElseThrow();

    assertThat(next).isAfter(one);
    assertThat(nextOfOther).isAfterOrEqualTo(next);
    // Whoever looks a moment before a due time finds it.
    assertThat(Timetable.next(look.cron(), next.minusNanos(1))).contains(next);
  }

  private static List<Instant> nexts(Cron cron, Instant after, Instant end) {
    List<Instant> due = new ArrayList<>();
    Optional<Instant> next = Timetable.next(cron, after);
    while (next.isPresent() && !next.get().isAfter(end)) {
      due.add(next.get());
      next = Timetable.next(cron, next.get());
    }
    return due;
  }

  private static List<Instant> goneThrough(Cron cron, Instant after, Instant end) {
    CronExpression expression = CronExpression.parse("0 " + cron.cron());
    boolean isRhythm = List.of("*", "*/1", "0-23").contains(cron.cron().split(" ")[1]);
    List<Instant> due = new ArrayList<>();
    Instant minute = after.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    while (!minute.isAfter(end)) {
      if (isRhythm ? shows(expression, cron, minute) : isTime(expression, cron, minute)) {
        due.add(minute);
      }
      minute = minute.plus(1, ChronoUnit.MINUTES);
    }
    return due;
  }

  private static boolean shows(CronExpression expression, Cron cron, Instant minute) {
    return names(expression, LocalDateTime.ofInstant(minute, cron.zone()));
  }

  private static boolean isTime(CronExpression expression, Cron cron, Instant minute) {
    ZoneRules rules = cron.zone().getRules();
    LocalDateTime shown = LocalDateTime.ofInstant(minute, cron.zone());
    boolean isFirst = rules.getValidOffsets(shown).getFirst().equals(rules.getOffset(minute));
    return (isFirst && names(expression, shown)) || isPutForward(expression, rules, minute);
  }

  private static boolean isPutForward(CronExpression expression, ZoneRules rules, Instant minute) {
    ZoneOffsetTransition change = rules.nextTransition(minute.minusNanos(1));
    if (change == null || !change.getInstant().equals(minute) || change.isOverlap()) {
      return false;
    }
    LocalDateTime left = change.getDateTimeBefore();
    while (left.isBefore(change.getDateTimeAfter())) {
      if (names(expression, left)) {
        return true;
      }
      left = left.plusMinutes(1);
    }
    return false;
  }

  private static boolean names(CronExpression expression, LocalDateTime time) {
    return time.equals(expression.next(time.minusNanos(1)));
  }
}
