package io.herald.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalProcessTest {
  private static final String POLITE =
      "trap 'echo bye; exit 3' TERM; echo $HERALD_GREETING; echo up; while :; do sleep 0.05; done";
  private static final String STUBBORN = "trap '' TERM; echo up; while :; do sleep 0.05; done";

  @TempDir Path data;

  @Test
  void isAwaitedAndStoppedGracefully() {
    try (Shell shell = Shell.started(POLITE, data)) {
      shell.awaitReady(Shell.SOON);

      assertThat(shell.lastLines(9)).containsExactly("hello", "up");
      assertThat(data.resolve("run/shell.pid")).content().startsWith(shell.pid() + "\n");
      assertThat(shell.stop()).isEqualTo(3);
      assertThat(shell.lastLines(1)).containsExactly("bye");
    }
  }

  @Test
  void forgetsItsPidFileWhenItEnds() throws Exception {
    try (Shell shell = Shell.started("exit 0", data)) {
      assertThat(shell.onExit().get(20, TimeUnit.SECONDS)).isZero();
      assertThat(shell.isAlive()).isFalse();
    }
    assertThat(data.resolve("run")).isEmptyDirectory();
  }

  @Test
  void isKilledWhenItDoesNotStopInTime() {
    try (Shell shell = new Shell(STUBBORN, data, Duration.ofMillis(200))) {
      shell.start();
      shell.awaitReady(Shell.SOON);
      assertThat(shell.stop()).isEqualTo(128 + 9);
    }
  }

  @Test
  void startsAgainWithAnotherPidAndOnlyItsNewLines() {
    try (Shell shell = Shell.started(POLITE, data)) {
      shell.awaitReady(Shell.SOON);
      long first = shell.pid();
      shell.kill9();

      shell.restart(Shell.SOON);

      assertThat(shell.pid()).isNotEqualTo(first);
      assertThat(shell.lastLines(9)).doesNotContain("bye");
      assertThatIllegalStateException().isThrownBy(shell::start).withMessage("shell runs already");
    }
  }

  @Test
  void anEndWhileStartingIsToldWithTheLastLines() {
    try (Shell shell = Shell.started("echo broken; exit 7", data)) {
      assertThatExceptionOfType(ProcessFailure.class)
          .isThrownBy(() -> shell.awaitReady(Shell.SOON))
          .withMessage(
              "shell stopped while starting (exit code 7), log: " + data.resolve("logs/shell.log"))
          .satisfies(failure -> assertThat(failure.lastLines()).containsExactly("broken"));
    }
  }

  @Test
  void waitsNoLongerThanAskedTo() {
    try (Shell shell = Shell.started("while :; do sleep 0.05; done", data)) {
      assertThatExceptionOfType(ProcessFailure.class)
          .isThrownBy(() -> shell.awaitReady(Duration.ofMillis(200)))
          .withMessageStartingWith("shell is not ready after 0 s");
    }
  }

  @Test
  void setsALargeLogAside() throws Exception {
    Path log = data.resolve("logs/shell.log");
    Files.createDirectories(log.getParent());
    Files.write(log, new byte[(16 << 20) + 1]);

    try (Shell shell = Shell.started(POLITE, data)) {
      shell.awaitReady(Shell.SOON);
      assertThat(Files.size(log)).isLessThan(100);
      assertThat(data.resolve("logs/shell.log.1")).exists();
    }
  }

  @Test
  void dependsOnABuiltJar() {
    assertThatExceptionOfType(ProcessFailure.class)
        .isThrownBy(() -> ServiceProcess.start(ServiceSpec.of("no-service", 0, data)))
        .withMessage(
            Path.of("no-service/target/no-service.jar")
                + " is missing: run `mvn -q package -DskipTests` or `bin/run`");
  }
}
