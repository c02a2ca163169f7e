package io.herald.observe;

import io.herald.local.process.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the repository keeps what operators read. */
final class Shelf {

  static final Path ROOT = Installation.root();
  static final Path METRICS = ROOT.resolve("docs/metrics.md");
  static final Path RUNBOOKS = ROOT.resolve("docs/runbooks");
  static final Path RULES = ROOT.resolve("helm/herald/files/rules");
  static final Path RULE_TESTS = ROOT.resolve("system-tests/src/test/resources/rules");
  static final Path DASHBOARDS = ROOT.resolve("helm/herald/files/dashboards");

  private Shelf() {}

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files of the folder whose names end like that, in order. */
  static List<Path> files(Path folder, String ending) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same of all folders below it. */
  static List<Path> filesBelow(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
