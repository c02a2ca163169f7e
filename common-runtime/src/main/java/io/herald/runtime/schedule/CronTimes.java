package io.herald.runtime.schedule;

import io.herald.model.schedule.Cron;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/**
 * The times that a cron expression names on the clocks of a place.
 *
 * <p>An expression that names every hour is a rhythm: it goes on through every hour that there is,
 * also through the one that comes twice. Any other names times of the day, and each of them comes
 * once a day: where clocks leave it out, at the moment at which they are put forward; where they
 * show it twice, the first time.
 */
final class CronTimes {

  private static final LocalDateTime ANY_DAY = LocalDateTime.of(2026, 1, 5, 0, 0);

  private final CronFields fields;
  private final CronExpression expression;
  private final ZoneRules place;
  private final boolean once;

  private CronTimes(CronFields fields, CronExpression expression, ZoneRules place) {
    this.fields = fields;
    this.expression = expression;
    this.place = place;
    this.once = !namesEveryHour(fields.hours());
  }

  /** Of that timing; empty: it is not valid. */
  static Optional<CronTimes> of(Cron timing) {
    CronFields fields = CronFields.of(timing.cron());
    return fields
        .expression()
        .map(expression -> new CronTimes(fields, expression, timing.zone().getRules()));
  }

  private static boolean namesEveryHour(CronExpression hours) {
    for (int hour = 0; hour < 24; hour++) {
      LocalDateTime time = ANY_DAY.withHour(hour);
      if (!time.equals(hours.next(time.minusNanos(1)))) {
        return false;
      }
    }
    return true;
  }

  /** Whether it names a day that exists, in any year. */
  boolean everComes() {
    return from(LocalDateTime.of(2000, 1, 1, 0, 0)) != null;
  }

  private @Nullable LocalDateTime from(LocalDateTime shown) {
    return expression.next(shown.minusNanos(1));
  }

  /** The first one after that time; empty: there is none any more. */
  Optional<Instant> next(Instant after) {
    Stretch stretch = Stretch.after(after, place, once);
    LocalDateTime due = from(stretch.begin());
    while (due != null && !due.isBefore(stretch.end())) {
      if (once && stretch.isLeftOut(due)) {
        return Optional.ofNullable(stretch.then()).map(ZoneOffsetTransition::getInstant);
      }
      Stretch next = stretch.next();
      // Most are still ahead: looking for them is what takes its time.
      if (next.begin().isBefore(stretch.begin()) || due.isBefore(next.begin())) {
        due = from(next.begin());
      }
      stretch = next;
    }
    return due == null ? Optional.empty() : Optional.of(due.toInstant(stretch.offset()));
  }

  /** Those after {@code after}, up to and with {@code upTo}; they are counted day by day. */
  Missed between(Instant after, Instant upTo) {
    Count count = new Count();
    Stretch stretch = Stretch.after(after, place, once);
    while (!stretch.goesBeyond(upTo)) {
      count.add(stretch);
      count.addLeftOut(stretch);
      stretch = stretch.next();
    }
    count.add(stretch.upTo(upTo));
    return new Missed(count.total, count.latest);
  }

  /** Counts what lies in stretches, which are given in their order. */
  private final class Count {

    private final CronExpression days = fields.days();
    private final TimesOfDay times = TimesOfDay.of(fields);
    private long total;
    private @Nullable Instant latest;

    void add(Stretch stretch) {
      LocalDateTime begin = stretch.begin();
      LocalDateTime end = stretch.end();
      if (!begin.isBefore(end)) {
        return;
      }
      LocalDate lastDay = end.toLocalDate();
      LocalDateTime day = days.next(begin.toLocalDate().atStartOfDay().minusNanos(1));
      while (day != null && !day.toLocalDate().isAfter(lastDay)) {
        add(stretch, day.toLocalDate());
        day = days.next(day);
      }
    }

    private void add(Stretch stretch, LocalDate day) {
      LocalDateTime begin = stretch.begin();
      LocalDateTime end = stretch.end();
      int first = day.equals(begin.toLocalDate()) ? times.before(begin.toLocalTime()) : 0;
      int behind = day.equals(end.toLocalDate()) ? times.before(end.toLocalTime()) : times.count();
      if (behind > first) {
        total += behind - first;
        latest = day.atTime(times.at(behind - 1)).toInstant(stretch.offset());
      }
    }

    /** What clocks leave out comes when they are put forward, if nothing else comes then. */
    void addLeftOut(Stretch stretch) {
      ZoneOffsetTransition change = stretch.then();
      if (!once || change == null || !change.isGap()) {
        return;
      }
      LocalDateTime left = from(change.getDateTimeBefore());
      LocalDateTime shown = change.getDateTimeAfter();
      if (left != null && left.isBefore(shown) && !shown.equals(from(shown))) {
        total++;
        latest = change.getInstant();
      }
    }
  }
}
