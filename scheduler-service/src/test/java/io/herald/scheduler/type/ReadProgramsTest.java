package io.herald.scheduler.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.runtime.config.InvalidSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file of kinds: what is read from it, and what is said of mistakes. */
class ReadProgramsTest {

  @TempDir Path folder;

  @Test
  void readsAllThatCanBeSaid() throws IOException {
    Program program =
        read("""
        jobs:
          - name: convert
            description: Converts a file
            accepts: 'https://[^ ]+'
            admins-only: true
            command: [python3, '{here}/convert.py', --to, '{folder}', '--', '{argument}']
            environment: {QUALITY: 320, WHERE: '{here}'}
            timeout: 90s
            concurrency: 3
            on-crash: restart
            requires: [python3, ffmpeg]
        """)
            .find("convert")
            .orElseThrow();

    assertThat(program.type().isScript()).isFalse();
    assertThat(program.type().adminsOnly()).isTrue();
    assertThat(program.command())
        .containsExactly("python3", folder + "/convert.py", "--to", "{folder}", "--", "{argument}");
    assertThat(program.environment())
        .containsEntry("QUALITY", "320")
        .containsEntry("WHERE", folder.toString());
    assertThat(program.timeout()).isEqualTo(Duration.ofSeconds(90));
    assertThat(program.concurrency()).isEqualTo(3);
    assertThat(program.onCrash()).isEqualTo(OnCrash.RESTART);
    assertThat(program.requires()).containsExactly("python3", "ffmpeg");
  }

  @Test
  void acceptsNothingButWhatMatchesAsAWhole() throws IOException {
    Programs programs =
        read(
            """
            jobs:
              - {name: link, description: A, accepts: 'https://[^ ]+', command: [x]}
              - {name: script, description: B, command: [x]}
            """);

    Program link = programs.find("link").orElseThrow();
    assertThat(link.accepts("https://example.org/a")).isTrue();
    assertThat(link.accepts("--exec https://example.org")).isFalse();
    assertThat(link.accepts("https://example.org/a\nb")).isFalse();
    assertThat(link.accepts("https://example.org/\0")).isFalse();
    Program script = programs.find("script").orElseThrow();
    assertThat(script.accepts("")).isTrue();
    assertThat(script.accepts("something")).isFalse();
    assertThat(script.type().isScript()).isTrue();
  }

  @Test
  void fillsInWhatIsFilledInOnce() {
    assertThat(Program.filled("{argument}-{job}", it -> it.equals("job") ? "7" : "{job}$1"))
        .isEqualTo("{job}$1-7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name: Upper, description: A, command: [x]      | job Upper: name must be",
        "name: a, command: [x]                          | job a: description must be told",
        "name: a, description: A                        | job a: command must be a list of texts",
        "name: a, description: A, command: x y          | job a: command must be a list of texts",
        "name: a, description: A, command: [x], on_crash: fail | there is no field on_crash",
        "name: a, description: A, command: [x], on-crash: explode | on-crash must be restart",
        "name: a, description: A, command: [x], timeout: soon | timeout must be such as 90s",
        "name: a, description: A, command: [x], timeout: 2d   | at most a day",
        "name: a, description: A, command: [x], concurrency: 0 | concurrency must be 1 to 100",
        "name: a, description: A, command: [x], accepts: '('   | accepts is no regular expression",
        "name: a, description: A, command: [x], admins-only: 3 | admins-only must be true or false"
      })
  void saysInOneLineWhatIsWrong(String fields, String problem) {
    assertThatThrownBy(() -> read("jobs:\n  - {" + fields + "}\n"))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageStartingWith("HERALD_JOBS_FILE: ")
        .hasMessageContaining(problem)
        .hasMessageNotContaining("\n");
  }

  @Test
  void saysWhatIsWrongWithTheFileItself() {
    assertThatThrownBy(() -> ReadPrograms.from(folder.resolve("none.yaml")))
        .hasMessage("HERALD_JOBS_FILE: can't be read (NoSuchFileException)");
    assertThatThrownBy(() -> read("jobs: [\n")).hasMessageContaining("is not YAML");
    assertThatThrownBy(() -> read("tasks: []")).hasMessageContaining("must have a list named jobs");
    assertThatThrownBy(() ->
            read(
                """
                jobs:
                  - {name: a, description: A, command: [x]}
                  - {name: a, description: A, command: [x]}
                """))
        .hasMessageContaining("two jobs named a");
  }

  private Programs read(String yaml) throws IOException {
    Path file = folder.resolve("jobs.yaml");
    Files.writeString(file, yaml);
    return ReadPrograms.from(file);
  }
}
