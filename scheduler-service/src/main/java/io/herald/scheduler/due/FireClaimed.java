package io.herald.scheduler.due;

import io.herald.model.schedule.RunOutcome;
import io.herald.model.schedule.Schedule;
import io.herald.model.schedule.ScheduleIds;
import io.herald.model.schedule.ScheduleRun;
import io.herald.runtime.schedule.ScheduleKeys;
import io.herald.runtime.schedule.Timetable;
import io.herald.runtime.trace.Trace;
import io.herald.runtime.trace.Traces;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Does what is to be done with a claimed schedule: what it stands for is durable first, then the
 * run, and then Redis learns of the next due time. Whatever fails in between is done again, with
 * the same ids.
 */
final class FireClaimed {

  private final Plan plan;
  private final Payloads payloads;
  private final RecordRun record;
  private final DueQueue queue;
  private final DueMetrics metrics;
  private final Traces traces;
  private final InstantSource clock;

  FireClaimed(
      Plan plan,
      Payloads payloads,
      RecordRun record,
      DueQueue queue,
      DueMetrics metrics,
      Traces traces,
      InstantSource clock) {
    this.plan = plan;
    this.payloads = payloads;
    this.record = record;
    this.queue = queue;
    this.metrics = metrics;
    this.traces = traces;
    this.clock = clock;
  }

  /** Completes when the claim is done with; fails when it has to be claimed again. */
  Mono<Void> fire(Claimed claimed, Instant due) {
    Instant now = clock.instant();
    return switch (plan.step(claimed.schedule(), due, now)) {
      case Plan.Wait(Instant until) -> queue.giveBack(claimed, until);
      case Plan.Skip skip -> skip(claimed, skip, now);
      case Plan.Fire fire -> fire(claimed, fire, now);
    };
  }

  private Mono<Void> skip(Claimed claimed, Plan.Skip skip, Instant now) {
    var outcome = new Fired(RunOutcome.SKIPPED, skip.reason());
    ScheduleRun run = run(claimed.schedule(), skip.due(), now, outcome, skip.missed(), skip.next());
    return record.record(claimed.schedule(), run).then(goOn(claimed, skip.next()));
  }

  private Mono<Void> fire(Claimed claimed, Plan.Fire fire, Instant now) {
    Schedule schedule = claimed.schedule();
    Trace trace = traces.begin("schedule.fire");
    String id = ScheduleIds.fire(schedule.id(), fire.due());
    return payloads
        .fire(new Firing(schedule, id, fire.due(), now, trace))
        .doOnNext(_ -> metrics.late(lateness(schedule, fire.due())))
        .map(fired -> run(schedule, fire.due(), now, fired, fire.missed(), fire.next()))
        .flatMap(run -> record.record(schedule, run))
        .then(goOn(claimed, fire.next()))
        .doFinally(_ -> trace.end());
  }

  private Duration lateness(Schedule schedule, Instant due) {
    return Duration.between(Timetable.fireAt(schedule, due), clock.instant());
  }

  private static ScheduleRun run(
      Schedule schedule,
      Instant due,
      Instant now,
      Fired fired,
      long missed,
      @Nullable Instant next) {
    return new ScheduleRun(
        ScheduleRun.SCHEMA_VERSION,
        schedule.id(),
        schedule.revision(),
        due,
        now,
        ScheduleIds.fire(schedule.id(), due),
        fired.outcome(),
        fired.reason(),
        missed,
        next,
        null);
  }

  /** The run is recorded: without Redis the index learns of the next due time from it. */
  private Mono<Void> goOn(Claimed claimed, @Nullable Instant next) {
    Instant look =
        next == null
            ? clock.instant().plus(ScheduleKeys.KEPT)
            : Timetable.fireAt(claimed.schedule(), next);
    return Mono.defer(() -> queue.done(claimed, next, look)).onErrorComplete();
  }
}
