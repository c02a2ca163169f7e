package io.herald.scheduler.due;

import io.herald.model.job.JobEvent;
import io.herald.model.job.JobIds;
import io.herald.model.job.JobState;
import io.herald.model.json.Json;
import io.herald.model.schedule.RunOutcome;
import io.herald.model.schedule.ScheduleRun;
import io.herald.runtime.kafka.Received;
import io.herald.runtime.kafka.RecordHandler;
import io.herald.runtime.schedule.ScheduleView;
import io.herald.runtime.schedule.Schedules;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Records how the jobs ended that schedules have started: the run that was {@code FIRED} becomes
 * {@code COMPLETED} or {@code FAILED}, with its duration. A run that is not known any more stays as
 * it is.
 *
 * <p>Redis or Kafka is gone, or the index is not complete: the event waits.
 */
final class EndRun implements RecordHandler {

  private final Schedules schedules;
  private final FindRun runs;
  private final RecordRun record;

  EndRun(Schedules schedules, FindRun runs, RecordRun record) {
    this.schedules = schedules;
    this.runs = runs;
    this.record = record;
  }

  @Override
  public Mono<Void> handle(Received received) {
    JobEvent event = Json.read(received.value(), JobEvent.class);
    String schedule = event.job().schedule();
    return schedule == null || !event.state().isFinal()
        ? Mono.empty()
        : schedules.view(schedule).flatMap(view -> end(view, event));
  }

  private Mono<Void> end(ScheduleView view, JobEvent event) {
    return runs.find(
            view.schedule().id(), event.job().at(), run -> JobIds.of(run.fire()).equals(event.id()))
        .flatMap(run -> record.record(view.schedule(), ended(run, event)));
  }

  private static ScheduleRun ended(ScheduleRun run, JobEvent event) {
    return event.state() == JobState.COMPLETED
        ? run.ended(RunOutcome.COMPLETED, null, duration(event))
        : run.ended(RunOutcome.FAILED, reason(event), duration(event));
  }

  private static String reason(JobEvent event) {
    return event.failure() == null ? "it was cancelled" : event.failure().error();
  }

  private static @Nullable Long duration(JobEvent event) {
    return event.startedAt() == null
        ? null
        : Duration.between(event.startedAt(), event.at()).toMillis();
  }
}
