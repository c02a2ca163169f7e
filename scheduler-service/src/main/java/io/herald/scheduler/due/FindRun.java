package io.herald.scheduler.due;

import io.herald.model.schedule.ScheduleRun;
import io.herald.runtime.schedule.ScheduleKeys;
import io.herald.runtime.schedule.Schedules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/**
 * Finds the run of a fire by whoever learns how the fire ended. That may be known sooner than the
 * run: the index reads it a moment later, and when a scheduler was killed between the two, another
 * one fires again and records it when the lease is over. So it is waited for.
 *
 * <p>Redis is gone, or the index is not complete: fails, and can be asked again.
 */
public final class FindRun {

  private static final Duration LOOK = Duration.ofMillis(200);

  private final Schedules schedules;
  private final long looks;

  /**
   * Finds them there.
   *
   * @param lease how long what a killed scheduler had in hand stays so; twice that is waited
   */
  FindRun(Schedules schedules, Duration lease) {
    this.schedules = schedules;
    this.looks = lease.multipliedBy(2).dividedBy(LOOK);
  }

  /**
   * The run; empty when the schedule has none such, or has had twenty others since.
   *
   * @param fired when it was fired, or later
   */
  public Mono<ScheduleRun> find(String schedule, Instant fired, Predicate<ScheduleRun> is) {
    return schedules
        .runs(schedule)
        .flatMap(runs -> found(runs, fired, is))
        .repeatWhenEmpty(again -> again.take(looks).delayElements(LOOK))
        .flatMap(Mono::justOrEmpty);
  }

  /** Empty while it may still come. */
  private static Mono<Optional<ScheduleRun>> found(
      List<ScheduleRun> runs, Instant fired, Predicate<ScheduleRun> is) {
    Optional<ScheduleRun> found = runs.stream().filter(is).findFirst();
    return found.isPresent() || isForgotten(runs, fired) ? Mono.just(found) : Mono.empty();
  }

  private static boolean isForgotten(List<ScheduleRun> runs, Instant fired) {
    return runs.size() >= ScheduleKeys.RUNS_KEPT && runs.getLast().firedAt().isAfter(fired);
  }
}
