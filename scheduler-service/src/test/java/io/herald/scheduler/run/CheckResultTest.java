package io.herald.scheduler.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.job.JobFile;
import io.herald.model.job.JobResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files can be a result. */
class CheckResultTest {

  @TempDir Path outer;
  private Path folder;

  @BeforeEach
  void files() throws IOException {
    folder = Files.createDirectories(outer.resolve("job"));
    Files.writeString(outer.resolve("secret"), "s");
    Files.writeString(folder.resolve("a.txt"), "12345");
    Files.writeString(Files.createDirectories(folder.resolve("sub")).resolve("b"), "1");
    Files.writeString(folder.resolve(".cache"), "hidden");
    Files.createSymbolicLink(folder.resolve("link"), outer.resolve("secret"));
  }

  @Test
  void isWhatTheProgramNames() {
    assertThat(check(List.of("sub/../a.txt", folder.resolve("sub/b").toString())))
        .isEqualTo(
            new Outcome.Done(
                new JobResult(
                    "T", 3L, 6, List.of(new JobFile("a.txt", 5), new JobFile("sub/b", 1)))));
  }

  @Test
  void isWhateverLiesThereWhenNothingIsNamed() {
    assertThat(new CheckResult(folder).check(null))
        .isEqualTo(
            new Outcome.Done(
                new JobResult(
                    null, null, 6, List.of(new JobFile("a.txt", 5), new JobFile("sub/b", 1)))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../secret", "link", "/etc/hostname", "sub", "none", "", "a\0b"})
  void isNothingElse(String name) {
    assertThat(check(List.of(name))).isInstanceOf(Outcome.Failed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\\b", "new\nline"})
  void isNothingThatNoLinkLeadsTo(String name) throws IOException {
    Files.writeString(folder.resolve(name), "x");

    assertThat(check(List.of(name))).isInstanceOf(Outcome.Failed.class);
    assertThat(new CheckResult(folder).check(null)).isInstanceOf(Outcome.Failed.class);
  }

  private Outcome check(List<String> files) {
    return new CheckResult(folder).check(new Report.Result("T", 3L, files));
  }
}
