package io.herald.local.observe;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where programs are looked for.
 *
 * @param folders as in the variable PATH; empty: nowhere
 */
record SearchPath(String folders) {

  static SearchPath of(Map<String, String> environment) {
    return new SearchPath(environment.getOrDefault("PATH", ""));
  }

  /** The first program of that name that may be executed. */
  Optional<Path> find(String name) {
    return Stream.of(folders.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(program -> Files.isRegularFile(program) && Files.isExecutable(program))
        .findFirst();
  }
}
