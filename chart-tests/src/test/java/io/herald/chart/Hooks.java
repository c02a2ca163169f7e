package io.herald.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A copy of the chart that shows its hooks. What {@code helm template} prints elsewhere, the
 * library leaves out: the job and the smoke test would never be looked at.
 */
final class Hooks {

  static final Path SHOWN = copy(Chart.HOME, folder());

  private Hooks() {}

  // Of this JVM alone, and below what "mvn clean" clears.
  private static Path folder() {
    return Path.of("target", "chart-" + ProcessHandle.current().pid()).toAbsolutePath();
  }

  private static Path copy(Path chart, Path copy) {
    try (var files = Files.walk(chart)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        Path target = copy.resolve(chart.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.writeString(
            target, Files.readString(file).replace("helm.sh/hook:", Chart.HOOK + ":"));
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
