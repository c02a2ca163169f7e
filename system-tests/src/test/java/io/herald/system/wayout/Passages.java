package io.herald.system.wayout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The table of a run: all passages, those with broken promises too. */
final class Passages {

  private static final Path TABLE = Path.of("target", "prove", "wayout.txt");

  private final List<Passage> all = new ArrayList<>();

  /** Puts it into the table, and fails when it breaks a promise. */
  void kept(Passage passage) {
    all.add(passage);
    System.out.println(Passage.HEAD + "\n" + passage.row());
    assertThat(passage.broken()).as(passage.fault()).isEmpty();
  }

  void write() throws IOException {
    List<String> lines = new ArrayList<>(List.of(Passage.HEAD));
    all.forEach(passage -> lines.add(passage.row()));
    Files.createDirectories(TABLE.getParent());
    Files.write(TABLE, lines);
  }
}
