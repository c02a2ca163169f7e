package io.herald.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the modules of this repository and what was built from them. */
final class Modules {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  private Modules() {}

  /** Compiled main classes of every module that has some. */
  static List<Path> classes() {
    return list(ROOT, path -> path.resolve("target/classes"));
  }

  /** Every Java file of the repository, tests included. */
  static List<Path> sources() {
    return list(ROOT, path -> path.resolve("src")).stream().flatMap(Modules::javaFiles).toList();
  }

  private static List<Path> list(Path root, java.util.function.UnaryOperator<Path> place) {
    try (Stream<Path> modules = Files.list(root)) {
      return modules
          .filter(module -> Files.exists(module.resolve("pom.xml")))
          .map(place)
          .filter(Files::isDirectory)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
