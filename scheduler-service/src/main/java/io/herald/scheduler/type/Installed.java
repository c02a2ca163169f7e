package io.herald.scheduler.type;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Looks whether programs are on this machine, at the moment: they may be installed any time. */
public final class Installed {

  private final String path;

  /**
   * Looks there.
   *
   * @param path folders as in the variable PATH
   */
  Installed(String path) {
    this.path = path;
  }

  /** Of what that kind of job needs, its own program above all, what is missing. */
  public List<String> missing(Program program) {
    String own = program.environment().getOrDefault("PATH", path);
    return Stream.concat(Stream.of(program.command().getFirst()), program.requires().stream())
        .distinct()
        .filter(it -> !isThere(it, own))
        .toList();
  }

  private static boolean isThere(String name, String path) {
    try {
      Path program = Path.of(name);
      return program.isAbsolute()
          ? Files.isExecutable(program)
          : Stream.of(path.split(File.pathSeparator))
              .filter(folder -> !folder.isBlank())
              .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(program)));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
