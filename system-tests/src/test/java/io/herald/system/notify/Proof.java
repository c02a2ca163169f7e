package io.herald.system.notify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the kill tests of this package have measured, one line each. */
final class Proof {

  private static final Path TABLE = Path.of("target", "prove", "notify.txt");
  private static final String HEAD =
      row("fault", "asked", "accepted", "delivered", "lost", "duplicates", "seconds");

  private final List<String> lines = new ArrayList<>(List.of(HEAD));

  /**
   * Notes what became of notifications.
   *
   * @param asked messages that were asked for
   * @param accepted those of them that were accepted
   * @param delivered distinct ones that arrived
   * @param duplicates further copies, as {@code found/allowed}
   */
  void note(
      String fault, int asked, int accepted, int delivered, String duplicates, Duration took) {
    String seconds = String.format(Locale.ROOT, "%.1f", took.toMillis() / 1000.0);
    String row = row(fault, asked, accepted, delivered, accepted - delivered, duplicates, seconds);
    System.out.println(HEAD + "\n" + row);
    lines.add(row);
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "%-56s %7s %9s %10s %5s %11s %8s", cells);
  }

  void write() throws IOException {
    Files.createDirectories(TABLE.getParent());
    Files.write(TABLE, lines);
  }
}
