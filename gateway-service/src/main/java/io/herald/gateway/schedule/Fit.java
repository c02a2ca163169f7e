package io.herald.gateway.schedule;

import io.herald.model.schedule.At;
import io.herald.model.schedule.Cron;
import io.herald.model.schedule.Every;
import io.herald.model.schedule.Schedule;
import io.herald.model.schedule.Timing;
import io.herald.runtime.contract.Violation;
import io.herald.runtime.schedule.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether the times of a schedule make sense from now on. */
final class Fit {

  private static final Duration OFTEN_ENOUGH = Duration.ofMinutes(1);
  private static final String TOO_OFTEN =
      "is due more often than once a minute, which needs the scope admin";

  private static final String OTHERWISE =
      "is not how this one is due: posts and reminders are due once, summaries daily";

  private Fit() {}

  /** Why they don't: never due any more, or too often for that one; empty: they do. */
  static Optional<Violation> problem(Actor actor, Schedule schedule, Instant now) {
    Timing timing = schedule.timing();
    List<Instant> times = Timetable.next(timing, now, 3);
    if (times.isEmpty()) {
      return at(timing, timing instanceof At ? "has passed" : "is never due from now on");
    }
    Instant end = schedule.endsAt();
    if (end != null && !times.getFirst().isBefore(end)) {
      return Optional.of(new Violation("/endsAt", "is before the first time that it is due"));
    }
    return actor.isAdmin() || !isTooOften(times) ? Optional.empty() : at(timing, TOO_OFTEN);
  }

  /** The same of a schedule that is changed; what it had before is left alone. */
  static Optional<Violation> problem(Actor actor, Schedule before, Schedule wanted, Instant now) {
    Timing timing = wanted.timing();
    if (timing.equals(before.timing())) {
      return Optional.empty();
    }
    boolean isHeralds = wanted.id().contains(":");
    return isHeralds && !timing.getClass().equals(before.timing().getClass())
        ? at(timing, OTHERWISE)
        : problem(actor, wanted, now);
  }

  private static boolean isTooOften(List<Instant> times) {
    for (int i = 1; i < times.size(); i++) {
      if (Duration.between(times.get(i - 1), times.get(i)).compareTo(OFTEN_ENOUGH) < 0) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Violation> at(Timing timing, String problem) {
    String field =
        switch (timing) {
          case Cron _ -> "cron";
          case Every _ -> "every";
          case At _ -> "at";
        };
    return Optional.of(new Violation("/timing/" + field, problem));
  }
}
