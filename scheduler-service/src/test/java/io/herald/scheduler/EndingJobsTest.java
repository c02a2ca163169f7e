package io.herald.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.model.job.JobEvent;
import io.herald.model.job.JobState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Jobs that somebody wants to end. */
class EndingJobsTest extends RunningScheduler {

  @Test
  void leavesNoProcessBehind() throws Exception {
    String id = submit("forever", "");
    event(id, JobState.STARTED);
    await().atMost(SOON).until(() -> processesOf(id).size() >= 3);

    cancel(id);
    List<JobEvent> told = eventsUntil(id, JobState.CANCELLED);

    assertThat(processesOf(id)).isEmpty();
    assertThat(told)
        .extracting(JobEvent::state)
        .containsExactly(
            JobState.QUEUED, JobState.STARTED, JobState.CANCELLING, JobState.CANCELLED);
    assertThat(told.getLast().failure().reason()).isEqualTo("cancelled");
  }

  @Test
  void isNotBegunWhenItStillWaits() {
    List<String> running = List.of(submit("slow", "1"), submit("slow", "2"));
    running.forEach(id -> event(id, JobState.STARTED));
    String id = submit("slow", "3");

    cancel(id);

    assertThat(eventsUntil(id, JobState.CANCELLED))
        .extracting(JobEvent::state)
        .containsExactly(JobState.QUEUED, JobState.CANCELLED);
    await().until(() -> jobs.queued().block(SOON).isEmpty());
  }

  @Test
  void staysAsItIsWhenItIsOver() {
    String id = submit("copy", "x");
    event(id, JobState.COMPLETED);

    cancel(id);
    String next = submit("copy", "y");

    event(next, JobState.COMPLETED);
    awaitState(id, JobState.COMPLETED);
  }
}
