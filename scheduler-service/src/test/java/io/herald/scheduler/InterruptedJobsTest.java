package io.herald.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.backends.Backends;
import io.herald.model.job.JobCommand;
import io.herald.model.job.JobEvent;
import io.herald.model.job.JobState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Jobs whose scheduler, or whose Redis, goes away. */
class InterruptedJobsTest extends RunningScheduler {

  @Test
  void isBegunAgainWhenItsExecutorIsGoneAndWhatThatLeftIsEnded() throws Exception {
    String id = newId();
    Process orphan = orphanOf(id);

    publish(begun(id, "slow"));
    JobEvent again = event(id, JobState.QUEUED);
    await().atMost(SOON).until(() -> Files.exists(folderOf(id).resolve("runs.txt")));

    assertThat(again.attempt()).isEqualTo(2);
    assertThat(orphan.isAlive()).isFalse();
    let(id);
    assertThat(event(id, JobState.COMPLETED).attempt()).isEqualTo(2);
    assertThat(folderOf(id).resolve("runs.txt")).hasContent("run");
  }

  @Test
  void failsWhenItsExecutorIsGoneAndItsKindSaysSo() {
    String id = newId();

    publish(begun(id, "single"));

    assertThat(event(id, JobState.FAILED).failure().reason()).isEqualTo("crashed");
  }

  @Test
  void isGivenUpWhenItWasInterruptedTooOften() {
    String id = newId();

    publish(begun(id, "slow", JobState.PROGRESS, 5));

    assertThat(event(id, JobState.FAILED).failure().error()).contains("5 times");
  }

  @Test
  void isCancelledWhenItsExecutorWentAwayWhileItWasBeingEnded() {
    String id = newId();

    publish(begun(id, "slow", JobState.CANCELLING, 1));

    assertThat(event(id, JobState.CANCELLED).failure().reason()).isEqualTo("cancelled");
  }

  @Test
  void goesOnAndIsNotBegunTwiceWhenRedisForgets() throws Exception {
    List<String> running = List.of(submit("slow", "1"), submit("slow", "2"));
    running.forEach(id -> event(id, JobState.STARTED));
    for (String id : running) {
      await().atMost(SOON).until(() -> Files.exists(folderOf(id).resolve("runs.txt")));
    }
    String waiting = submit("slow", "3");
    event(waiting, JobState.QUEUED);

    Backends.redis().flush();
    await().atMost(SOON).ignoreExceptions().until(() -> jobs.running().block(SOON).size() == 2);
    await()
        .untilAsserted(() ->
            assertThat(jobs.queued().block(SOON))
                .extracting(JobEvent::id)
                .containsExactly(waiting));

    // A new one is let in and stays behind: what runs is known to run.
    event(submit("slow", "4"), JobState.QUEUED);
    for (String id : running) {
      let(id);
      assertThat(eventsUntil(id, JobState.COMPLETED))
          .extracting(JobEvent::state)
          .containsExactly(JobState.QUEUED, JobState.STARTED, JobState.COMPLETED);
      assertThat(folderOf(id).resolve("runs.txt")).hasContent("run");
    }
    event(waiting, JobState.STARTED);
  }

  @Test
  void isRunByOneOfTwoSchedulersAndAgainByTheOtherWhenThatOneEnds() throws Exception {
    List<String> ids;
    try (ConfigurableApplicationContext other = otherScheduler()) {
      ids = Stream.of("1", "2").map(it -> submit("slow", it)).toList();
      for (String id : ids) {
        await().atMost(SOON).until(() -> Files.exists(folderOf(id).resolve("runs.txt")));
      }
      await().until(() -> jobs.running().block(SOON).size() == 2);
      assertThat(other.isRunning()).isTrue();
    }
    for (String id : ids) {
      awaitState(id, JobState.STARTED);
      let(id);
      JobEvent end = event(id, JobState.COMPLETED);
      assertThat(Files.readAllLines(folderOf(id).resolve("runs.txt"))).hasSize(end.attempt());
    }
  }

  private static ConfigurableApplicationContext otherScheduler() {
    return new SpringApplication(SchedulerService.class)
        .run(
            "--server.port=0",
            "--KAFKA_BOOTSTRAP_SERVERS=" + Backends.kafka().bootstrapServers(),
            "--spring.data.redis.url=" + Backends.redis().url(),
            "--HERALD_JOBS_FILE=" + RunningScheduler.class.getResource("/jobs.yaml").getPath(),
            "--HERALD_JOBS_FOLDER=" + folderOf(""),
            "--HERALD_JOBS_LEASE=2s",
            "--HERALD_JOBS_GRACE=300ms");
  }

  private static JobEvent begun(String id, String type) {
    return begun(id, type, JobState.STARTED, 1);
  }

  /** As an executor told it that is gone. */
  private static JobEvent begun(String id, String type, JobState state, int attempt) {
    JobCommand job = command(id, type, "");
    Instant now = Instant.now();
    return new JobEvent(
        JobEvent.SCHEMA_VERSION, job, state, attempt, now, now, null, null, null, null, null);
  }

  private static Process orphanOf(String id) throws Exception {
    Path folder = Files.createDirectories(folderOf(id));
    var builder = new ProcessBuilder("sh", "-c", "trap '' TERM; while :; do sleep 0.1; done");
    builder.environment().put("HERALD_JOB", id);
    builder.environment().put("HERALD_JOB_FOLDER", folder.toString());
    return builder.start();
  }
}
