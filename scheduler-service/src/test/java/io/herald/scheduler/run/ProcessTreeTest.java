package io.herald.scheduler.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trees that grow while they are killed; at most 40 processes, none of which lives 20 s. */
class ProcessTreeTest {

  private static final long ROOT = 0;
  // No user of its own, whom all of its processes could be found by.
  private static final long SOMEBODY = 61_100;
  private static final int MOST = 40;

  @TempDir private Path folder;

  @Test
  void aForkBombLosesAgainstStoppingAndKilling() throws Exception {
    Process bomb = bomb();
    ProcessTree tree = ProcessTree.of(folder, bomb);
    await().atMost(Duration.ofMinutes(1)).until(() -> tree.living().size() > MOST / 2);

    assertThat(tree.end(Duration.ZERO)).isTrue();

    assertThat(tree.living()).isEmpty();
  }

  private Process bomb() throws IOException {
    List<String> command = new ArrayList<>(Piece.NICE);
    long user = ProcessEntry.ownUser();
    if (user == ROOT) {
      command.addAll(Piece.user(SOMEBODY, SOMEBODY));
      user = SOMEBODY;
    }
    command.addAll(Piece.limits(ProcessEntry.threads(user) + MOST, 1L << 30, 1L << 20, 20));
    // Given as text: not everybody may enter the folder of the sources.
    command.addAll(List.of("python3", "-c", Files.readString(Path.of("src/test/scripts/bomb.py"))));
    ProcessBuilder builder = new ProcessBuilder(command).directory(new File("/"));
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put(Launch.FOLDER, folder.toString());
    return builder.start();
  }
}
