package io.herald.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.job.JobEvent;
import io.herald.model.job.JobState;
import org.junit.jupiter.api.Test;

/** The jobs that docs/jobs.md writes, letter by letter, and those of the local stack. */
class DocumentedJobsTest extends RunningDocs {

  @Test
  void theOneInPythonWorks() {
    JobEvent end = event(submit("count", "https://example.org/a/b"), JobState.COMPLETED);

    assertThat(end.result().title()).isEqualTo("5 words");
    assertThat(folderOf(end.id()).resolve("words.txt")).hasContent("https\nexample\norg\na\nb");
  }

  @Test
  void theOneInShellWorks() {
    JobEvent end = event(submit("disks", ""), JobState.COMPLETED);

    assertThat(end.result().title()).isEqualTo("Room on the disks");
    assertThat(end.result().files()).extracting(it -> it.name()).containsExactly("disks.txt");
  }

  @Test
  void theLocalStacksDownloadMakesASound() {
    JobEvent end = event(submit("demo", "https://example.com/song"), JobState.COMPLETED);

    assertThat(end.result().title()).isEqualTo("A scale");
    assertThat(end.result().durationSeconds()).isEqualTo(4);
    assertThat(end.result().files()).extracting(it -> it.name()).containsExactly("scale.wav");
    assertThat(end.result().sizeBytes()).isEqualTo(64_044);
  }

  @Test
  void theLocalStacksDownloadFailsWhereItShould() {
    JobEvent end = event(submit("demo", "https://example.com/fail"), JobState.FAILED);

    assertThat(end.failure().reason()).isEqualTo("exit");
    assertThat(end.failure().output()).isEqualTo("The note G can't be found anywhere.");
  }

  @Test
  void theLocalStacksReportIsMade() {
    JobEvent end = event(submit("report", ""), JobState.COMPLETED);

    assertThat(end.result().files()).extracting(it -> it.name()).containsExactly("report.txt");
  }
}
