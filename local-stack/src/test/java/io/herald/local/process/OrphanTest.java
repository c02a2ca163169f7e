package io.herald.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanTest {

  @Test
  void childEndsWithAParentThatIsKilledHard(@TempDir Path data) throws Exception {
    Process parent = parent(data);
    ProcessHandle child = childOf(parent);

    parent.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

    child.onExit().get(20, TimeUnit.SECONDS);
    assertThat(child.isAlive()).isFalse();
  }

  @Test
  void childEndsWithAParentThatIsAskedToStop(@TempDir Path data) throws Exception {
    Process parent = parent(data);
    ProcessHandle child = childOf(parent);

    parent.destroy();

    assertThat(parent.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(child.isAlive()).isFalse();
  }

  private static Process parent(Path data) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                JavaCommand.of(
                    JavaCommand.small(32), OrphanParent.class.getName(), data.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    return builder.start();
  }

  private static ProcessHandle childOf(Process parent) throws IOException {
    return ProcessHandle.of(Long.parseLong(parent.inputReader().readLine())).orElseThrow();
  }
}
