package io.herald.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
  private static final Path SHELL = Path.of("/bin/sh");

  @TempDir Path folder;
  private Process process;
  private Path file;

  @BeforeEach
  void start() throws IOException {
    file = folder.resolve("run/shell.pid");
    process =
        new ProcessBuilder(SHELL.toString(), "-c", "echo up; while :; do sleep 0.05; done").start();
    // The first output proves that the shell has replaced the launcher which the system shows
    // before.
    assertThat(process.inputReader().readLine()).isEqualTo("up");
    new PidFile(file).write(process.toHandle(), SHELL);
  }

  @AfterEach
  void end() {
    process.destroyForcibly();
  }

  @Test
  void endsWhatAnEarlierParentLeftBehind() throws Exception {
    new PidFile(file).endStale();

    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(file).doesNotExist();
  }

  @Test
  void sparesAnotherProcessThatGotTheNumber() throws IOException {
    rewrite(1, Instant.now().minusSeconds(3_600).toString());
    new PidFile(file).endStale();
    assertThat(process.isAlive()).isTrue();
    assertThat(file).doesNotExist();
  }

  @Test
  void sparesAnotherProgram() throws IOException {
    rewrite(2, "java");
    new PidFile(file).endStale();
    assertThat(process.isAlive()).isTrue();
  }

  @Test
  void takesADamagedFileForNone() throws IOException {
    for (String content :
        List.of("", "x\ny\nz\n", process.pid() + "\n", process.pid() + "\nyesterday\nsh\n")) {
      Files.writeString(file, content);
      new PidFile(file).endStale();
      assertThat(process.isAlive()).as(content).isTrue();
    }
  }

  @Test
  void deletesOnlyItsOwn() {
    new PidFile(file).deleteIfOf(process.pid() + 1);
    assertThat(file).exists();
    new PidFile(file).deleteIfOf(process.pid());
    assertThat(file).doesNotExist();
  }

  private void rewrite(int line, String value) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.set(line, value);
    Files.write(file, lines);
  }
}
