package io.herald.scheduler.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.model.job.JobCommand;
import io.herald.model.job.JobFailure;
import io.herald.model.job.JobIds;
import io.herald.model.json.Json;
import io.herald.model.schedule.At;
import io.herald.model.schedule.Owner;
import io.herald.model.schedule.RunOutcome;
import io.herald.model.schedule.RunScript;
import io.herald.model.schedule.Schedule;
import io.herald.model.schedule.ScheduleIds;
import io.herald.model.schedule.ScheduleRun;
import io.herald.model.topic.Topics;
import io.herald.scheduler.RunningDay;
import io.herald.scheduler.tell.NextEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scripts that schedules run, and what a run tells of how its job ended. */
class FireScriptTest extends RunningDay {

  private OneSchedule one;

  @BeforeEach
  void begin() {
    one = OneSchedule.fresh(schedules, clock);
  }

  @Test
  void aScriptRunsAsAJobAndTheRunTellsHowItEnded() {
    saveScript("copy", "hello");

    await().atMost(SOON).until(() -> one.outcomes().contains(RunOutcome.COMPLETED));

    ScheduleRun run = one.runs().getFirst();
    assertThat(one.runs()).hasSize(1);
    assertThat(run.durationMillis()).isNotNull();
    try (var wanted = topic(Topics.JOBS)) {
      wanted.await(1, it -> isOf(it, JobIds.of(run.fire())));
    }
  }

  @Test
  void aScriptThatCannotRunIsAFailedRun() {
    saveScript("nosuch", "");

    await().atMost(SOON).until(() -> one.outcomes().contains(RunOutcome.FAILED));

    assertThat(one.runs().getFirst().reason()).isEqualTo("There is no such kind of job here.");
  }

  // As after a crash between the two: the job has ended before another scheduler records the run.
  @Test
  void aJobThatEndsBeforeItsRunIsKnownEndsIt() {
    one.save(new At(clock.instant().plus(Duration.ofHours(1))), new RunScript("copy", ""));
    String fire = ScheduleIds.manual(one.id(), "crashed");
    var job = JobCommand.submit(JobIds.of(fire), "copy", "", null, clock.instant()).by(one.id());
    var failure = new JobFailure("exit", "It ended with status 3.", null);
    publish(NextEvent.refused(job, failure, clock.instant()));
    one.looksAgain();

    publish(Topics.SCHEDULE_RUNS, one.id(), Json.write(run(fire)));

    await().atMost(SOON).until(() -> one.outcomes().equals(List.of(RunOutcome.FAILED)));
    assertThat(one.runs().getFirst().reason()).isEqualTo("It ended with status 3.");
  }

  private ScheduleRun run(String fire) {
    Instant now = clock.instant();
    return new ScheduleRun(
        ScheduleRun.SCHEMA_VERSION,
        one.id(),
        1,
        now,
        now,
        fire,
        RunOutcome.FIRED,
        null,
        0,
        null,
        null);
  }

  /** Of somebody in a chat, who needs no account. */
  private void saveScript(String script, String argument) {
    Owner owner = Owner.chat("main", "77", null, 12);
    Instant now = clock.instant();
    one.save(Schedule.of(one.id(), owner, "", new At(now), new RunScript(script, argument), now));
  }
}
