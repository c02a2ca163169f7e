package io.herald.runtime.schedule;

import io.herald.model.schedule.At;
import io.herald.model.schedule.Cron;
import io.herald.model.schedule.Every;
import io.herald.model.schedule.Schedule;
import io.herald.model.schedule.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When schedules are due: functions of the timing and a time, and of nothing else. {@code
 * docs/schedules.md} says what happens when clocks are changed.
 */
public final class Timetable {

  /** The shortest time between two due times. */
  public static final Duration SHORTEST = Duration.ofSeconds(1);

  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

  private Timetable() {}

  /** What is wrong with the timing; empty: nothing, it can be saved. */
  public static Optional<TimingProblem> problem(Timing timing) {
    return switch (timing) {
      case Cron cron -> problem(cron);
      case Every(Duration every, _) when every.compareTo(SHORTEST) < 0 ->
          Optional.of(new TimingProblem("every", "must be at least a second"));
      case Every(_, Instant from) when from != null && !isInTime(from) ->
          Optional.of(new TimingProblem("from", "must be in the years 1970 to 9999"));
      case Every _ -> Optional.empty();
      case At(Instant at) when !isInTime(at) ->
          Optional.of(new TimingProblem("at", "must be in the years 1970 to 9999"));
      case At _ -> Optional.empty();
    };
  }

  private static Optional<TimingProblem> problem(Cron cron) {
    return CronFields.of(cron.cron())
        .problem()
        .or(() ->
            CronTimes.of(cron)
                .filter(times -> !times.everComes())
                .map(_ -> "day of month: there is no such day"))
        .map(problem -> new TimingProblem("cron", problem));
  }

  private static boolean isInTime(Instant time) {
    return !time.isBefore(Instant.EPOCH) && time.isBefore(END_OF_TIME);
  }

  /** The first due time after that time; empty: there is none any more. */
  public static Optional<Instant> next(Timing timing, Instant after) {
    return switch (timing) {
      case Cron _ when !after.isBefore(END_OF_TIME) -> Optional.empty();
      case Cron cron -> CronTimes.of(cron).flatMap(times -> times.next(since1970(after)));
      case Every every -> Optional.of(at(every, Math.max(0, reached(every, since1970(after)) + 1)));
      case At(Instant at) -> Optional.of(at).filter(after::isBefore);
    };
  }

  private static Instant since1970(Instant after) {
    return after.isBefore(Instant.EPOCH) ? Instant.EPOCH.minusNanos(1) : after;
  }

  /** The first due times after that time; fewer when there are no more. */
  public static List<Instant> next(Timing timing, Instant after, int count) {
    return Stream.iterate(
            next(timing, after), Optional::isPresent, due -> due.flatMap(at -> next(timing, at)))
        .limit(count)
        .flatMap(Optional::stream)
        .toList();
  }

  /** As {@link #next(Timing, Instant)}, but none from the schedule's end on. Pauses count not. */
  public static Optional<Instant> next(Schedule schedule, Instant after) {
    return next(schedule.timing(), after).filter(due -> isBeforeEnd(schedule, due));
  }

  /**
   * The first due time since the schedule was changed last. What is due once is due even when its
   * time had passed by then.
   */
  public static Optional<Instant> first(Schedule schedule) {
    return schedule.timing() instanceof At(Instant at)
        ? Optional.of(at).filter(due -> isBeforeEnd(schedule, due))
        : next(schedule, schedule.updatedAt());
  }

  private static boolean isBeforeEnd(Schedule schedule, Instant due) {
    Instant end = schedule.endsAt();
    return end == null || due.isBefore(end);
  }

  /**
   * The due times after {@code after}, up to and with {@code upTo} but before the schedule's end.
   * They are counted, not gone through: a year of seconds takes as long as a year of days.
   */
  public static Missed missed(Schedule schedule, Instant after, Instant upTo) {
    Instant last = last(schedule, upTo);
    if (!last.isAfter(after)) {
      return Missed.NONE;
    }
    return switch (schedule.timing()) {
      case Cron cron -> CronTimes.of(cron).map(it -> it.between(after, last)).orElse(Missed.NONE);
      case Every every -> between(every, Math.max(-1, reached(every, after)), reached(every, last));
      case At(Instant at) when at.isAfter(after) && !at.isAfter(last) -> new Missed(1, at);
      case At _ -> Missed.NONE;
    };
  }

  private static Instant last(Schedule schedule, Instant upTo) {
    Instant end = schedule.endsAt();
    return end == null || upTo.isBefore(end) ? upTo : end.minusNanos(1);
  }

  private static Missed between(Every every, long before, long last) {
    return last > before ? new Missed(last - before, at(every, last)) : Missed.NONE;
  }

  /** The number of the due time that was reached last, 0 being the first; negative: none was. */
  private static long reached(Every every, Instant time) {
    long since = time.toEpochMilli() - anchor(every.from()).toEpochMilli();
    return Math.floorDiv(since, every.every().toMillis());
  }

  private static Instant at(Every every, long number) {
    return anchor(every.from()).plusMillis(number * every.every().toMillis());
  }

  private static Instant anchor(@Nullable Instant from) {
    return from == null ? Instant.EPOCH : from;
  }

  /** When what is due then is fired: up to the schedule's jitter later, always the same. */
  public static Instant fireAt(Schedule schedule, Instant due) {
    long most = schedule.jitter().toMillis();
    return most == 0
        ? due
        : due.plusMillis(Long.remainderUnsigned(mixed(schedule.id(), due), most + 1));
  }

  /** Spreads what lies close together: the last steps of MurmurHash3. */
  private static long mixed(String id, Instant due) {
    long bits = id.hashCode() * 0x9E3779B97F4A7C15L + due.toEpochMilli();
    bits = (bits ^ bits >>> 33) * 0xFF51AFD7ED558CCDL;
    bits = (bits ^ bits >>> 33) * 0xC4CEB9FE1A85EC53L;
    return bits ^ bits >>> 33;
  }
}
