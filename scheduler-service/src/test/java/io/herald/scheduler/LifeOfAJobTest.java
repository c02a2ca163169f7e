package io.herald.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.backends.ReadTopic;
import io.herald.model.job.JobEvent;
import io.herald.model.job.JobFile;
import io.herald.model.job.JobState;
import io.herald.model.topic.Topics;
import io.herald.runtime.job.JobType;
import io.herald.runtime.job.JobTypes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Jobs from their command to their end. */
class LifeOfAJobTest extends RunningScheduler {

  @Autowired private JobTypes types;

  @Test
  void isQueuedStartedAndCompletedWithProgressBetween() throws Exception {
    String id = submit("copy", "hello");

    List<JobEvent> told = eventsUntil(id, JobState.COMPLETED);

    assertThat(told)
        .extracting(JobEvent::state)
        .startsWith(JobState.QUEUED, JobState.STARTED, JobState.PROGRESS)
        .endsWith(JobState.COMPLETED);
    assertThat(told.getFirst().position()).isEqualTo(1);
    JobEvent end = told.getLast();
    assertThat(end.progress()).isEqualTo(90);
    assertThat(end.item()).isEqualTo("one");
    assertThat(end.result().title()).isEqualTo("Done");
    assertThat(end.result().durationSeconds()).isEqualTo(12);
    assertThat(end.result().files()).containsExactly(new JobFile("out.txt", 5));
    assertThat(folderOf(id).resolve("out.txt")).hasContent("hello");
    assertThat(folderOf(id).resolveSibling(".logs").resolve(id + ".log"))
        .hasContent("plainly\n{\"progress\":\"x\"}\n{");
    await().until(() -> jobs.find(id).block(SOON), end::equals);
    await().until(() -> jobs.of(ADA, 1).block(SOON), List.of(end)::equals);
    assertThat(metrics()).contains("herald_jobs_ended_total{outcome=\"completed\",type=\"copy\"}");
  }

  @Test
  void isOneJobHoweverOftenItIsWanted() throws Exception {
    String id = newId();
    publish(command(id, "slow", "x"));
    publish(command(id, "slow", "x"));
    event(id, JobState.STARTED);
    publish(command(id, "slow", "x"));
    await().atMost(SOON).until(() -> Files.exists(folderOf(id).resolve("runs.txt")));
    let(id);

    assertThat(eventsUntil(id, JobState.COMPLETED))
        .extracting(JobEvent::state)
        .containsExactly(JobState.QUEUED, JobState.STARTED, JobState.COMPLETED);
    assertThat(folderOf(id).resolve("runs.txt")).hasContent("run");
  }

  @Test
  void waitsItsTurnAndIsRefusedWhenTooManyWait() throws Exception {
    List<String> running = List.of(submit("slow", "1"), submit("slow", "2"));
    running.forEach(id -> event(id, JobState.STARTED));
    List<String> waiting = List.of(submit("slow", "3"), submit("slow", "4"), submit("slow", "5"));
    waiting.forEach(id -> event(id, JobState.QUEUED));

    JobEvent refused = event(submit("slow", "6"), JobState.FAILED);

    assertThat(refused.failure().reason()).isEqualTo("queue-full");
    await().until(this::places, List.of(1, 2, 3)::equals);
    await().until(() -> jobs.running().block(SOON).size() == 2);
    List<JobEvent> inLine = jobs.queued().block(SOON);
    let(running.getFirst());
    event(inLine.getFirst().id(), JobState.STARTED);
    isToldOfItsPlace(inLine.get(1).id(), 1);
    isToldOfItsPlace(inLine.get(2).id(), 2);
  }

  @Test
  void runsNoMoreOfAKindThanItsFileAllows() throws Exception {
    String first = submit("single", "");
    event(first, JobState.STARTED);
    String second = submit("single", "");
    event(second, JobState.QUEUED);
    String other = submit("copy", "overtakes");

    event(other, JobState.COMPLETED);

    awaitState(second, JobState.QUEUED);
    let(first);
    event(second, JobState.STARTED);
  }

  @Test
  void isRefusedInPlainWords() {
    assertThat(failure(submit("copy", "NOT LOWER CASE")).failure().reason())
        .isEqualTo("bad-argument");
    assertThat(failure(submit("no-such", "")).failure().reason()).isEqualTo("unknown-type");
    assertThat(failure(submit("missing", "")).failure().error())
        .isEqualTo("It can't be done here: herald-no-such-program is not installed.");
  }

  @Test
  void failsWithTheLastLinesOfItsProgram() {
    JobEvent failed = failure(submit("broken", ""));

    assertThat(failed.failure().reason()).isEqualTo("exit");
    assertThat(failed.failure().error()).isEqualTo("Its program ended with status 3.");
    assertThat(failed.failure().output()).isEqualTo("first\nlast words");
  }

  @Test
  void failsWhenItNamesAFileOutsideOfItsFolder() {
    assertThat(failure(submit("outside", "")).failure().error())
        .contains("lies outside of its folder");
  }

  @Test
  void isEndedWhenItTakesTooLong() throws Exception {
    String id = submit("overdue", "");

    JobEvent failed = failure(id);

    assertThat(failed.failure().reason()).isEqualTo("timeout");
    assertThat(failed.failure().output()).isEqualTo("going on");
    assertThat(processesOf(id)).isEmpty();
  }

  @Test
  void knowsNoSecretOfTheService() throws Exception {
    String id = submit("secretive", "");
    event(id, JobState.COMPLETED);

    assertThat(Files.readAllLines(folderOf(id).resolve("env.txt")))
        .contains("COLOUR=blue " + id, "HERALD_JOB=" + id)
        .extracting(line -> line.substring(0, line.indexOf('=')))
        .isSubsetOf(
            "PATH",
            "HOME",
            "USER",
            "LANG",
            "LC_ALL",
            "LC_CTYPE",
            "TZ",
            "TMPDIR",
            "PWD",
            "OLDPWD",
            "SHLVL",
            "_",
            "COLOUR",
            "HERALD_JOB",
            "HERALD_JOB_FOLDER");
  }

  @Test
  void tellsTheFirstAndTheLastProgressAndFewBetween() {
    List<JobEvent> told = eventsUntil(submit("chatty", ""), JobState.COMPLETED);

    List<JobEvent> progress = told.stream().filter(it -> it.state() == JobState.PROGRESS).toList();
    assertThat(progress).hasSizeBetween(1, 3);
    assertThat(progress.getLast().progress()).isEqualTo(100);
  }

  @Test
  void putsAsideWhatIsNoCommandAndNamesAllThatIsWrong() {
    String id = newId();
    String wrong = "{\"id\":\"" + id + "\",\"action\":\"submit\",\"argument\":7}";
    publish(Topics.JOBS, id, wrong.getBytes(StandardCharsets.UTF_8));

    try (ReadTopic letters = topic(Topics.DEAD_LETTERS)) {
      var letter = letters.await(1, record -> isOf(record, id)).getFirst();
      assertThat(new String(letter.headers().lastHeader("error").value(), StandardCharsets.UTF_8))
          .contains("/type is required", "/at is required", "/argument must be a string");
    }
  }

  @Test
  void tellsEverybodyWhatKindsThereAre() {
    await()
        .untilAsserted(() ->
            assertThat(types.all().block(SOON))
                .contains(
                    JobType.job("copy", "Writes what it is about into a file", "[a-z]+", false),
                    JobType.job(
                        "forever",
                        "Never ends by itself, and neither do its children",
                        null,
                        false)));
  }

  private JobEvent failure(String id) {
    return event(id, JobState.FAILED);
  }

  private List<Integer> places() {
    return jobs.queued().block(SOON).stream().map(JobEvent::position).toList();
  }
}
