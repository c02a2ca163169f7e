package io.herald.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.job.JobEvent;
import io.herald.model.job.JobState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The jobs that docs/jobs.md writes, letter by letter, and those of the local stack. */
class DocumentedJobsTest extends RunningScheduler {

  private static final Path EXAMPLES = Path.of("../examples/jobs");

  @DynamicPropertySource
  static void writtenFromTheDocs(DynamicPropertyRegistry registry) throws IOException {
    Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "docs-");
    Files.writeString(folder.resolve("count.py"), block("python", 0));
    Files.writeString(folder.resolve("disks.sh"), block("sh", 0));
    for (String name : List.of("demo.py", "report.sh", "spotify.py")) {
      Files.copy(EXAMPLES.resolve(name), folder.resolve(name));
    }
    String examples = Files.readString(EXAMPLES.resolve("jobs.yaml")).split("(?m)^jobs:\n")[1];
    Path kinds = folder.resolve("jobs.yaml");
    Files.writeString(
        kinds,
        block("yaml", 0).replace("PAUSE: 1", "PAUSE: 0.01")
            + block("yaml", 1).indent(2)
            + examples.replace("DEMO_SECONDS: 10", "DEMO_SECONDS: 0.1"));
    registry.add("herald.jobs.file", kinds::toString);
  }

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

  /** A block of code of that language, as it stands on the page. */
  private static String block(String language, int index) throws IOException {
    String page = Files.readString(Path.of("../docs/jobs.md"));
    Matcher blocks = Pattern.compile("(?ms)^ *```" + language + "\n(.*?)^ *```$").matcher(page);
    for (int i = 0; i <= index; i++) {
      assertThat(blocks.find()).as(language + " block " + i).isTrue();
    }
    return blocks.group(1).stripTrailing().stripIndent() + "\n";
  }
}
