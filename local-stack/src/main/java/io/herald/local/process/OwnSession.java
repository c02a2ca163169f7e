package io.herald.local.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts a command into a session of its own. Without that a terminal's Ctrl-C reaches every child at
 * once, and the broker is gone before the services have drained. Both ways replace themselves by
 * the command, so its pid is the child's pid.
 */
final class OwnSession {
  private static final List<String> PREFIX =
      find("setsid")
          .map(setsid -> List.of(setsid.toString()))
          .or(() -> find("perl").map(OwnSession::byPerl))
          .orElse(List.of());

  private OwnSession() {}

  static List<String> wrap(List<String> command) {
    return Stream.concat(PREFIX.stream(), command.stream()).toList();
  }

  /** macOS has no setsid command, but perl. */
  private static List<String> byPerl(Path perl) {
    return List.of(perl.toString(), "-e", "use POSIX; POSIX::setsid(); exec {$ARGV[0]} @ARGV;");
  }

  private static Optional<Path> find(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
