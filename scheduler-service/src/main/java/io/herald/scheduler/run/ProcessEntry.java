package io.herald.scheduler.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A living process as {@code /proc} tells it; see {@code proc_pid_stat(5)}.
 *
 * @param pid its id
 * @param parent id of who started it, or inherited it
 * @param session id of its session
 */
record ProcessEntry(long pid, long parent, long session) {

  private static final Path PROC = Path.of("/proc");

  /** Whether this system tells of its processes so. */
  static boolean isSupported() {
    return Files.isReadable(PROC.resolve("self/stat"));
  }

  /** All but those that ended and whose parents have not noticed yet. */
  static List<ProcessEntry> all() {
    try (Stream<Path> entries = Files.list(PROC)) {
      return entries
          .filter(it -> it.getFileName().toString().matches("[0-9]+"))
          .flatMap(it -> read(it).stream())
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Optional<ProcessEntry> read(Path entry) {
    try {
      String stat = Files.readString(entry.resolve("stat"), ISO_8859_1);
      // The name before may hold anything, also spaces and brackets.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return fields[0].equals("Z")
          ? Optional.empty()
          : Optional.of(
              new ProcessEntry(
                  Long.parseLong(entry.getFileName().toString()),
                  Long.parseLong(fields[1]),
                  Long.parseLong(fields[3])));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Number of the user that the service itself is; -1: not told. */
  static long ownUser() {
    return new ProcessEntry(ProcessHandle.current().pid(), 0, 0).user();
  }

  /** How many threads a user has in all processes. */
  static long threads(long user) {
    return all().stream()
        .filter(it -> it.user() == user)
        .mapToLong(it -> it.status("Threads"))
        .sum();
  }

  /** Number of the user that it is; -1: it is gone. */
  long user() {
    return status("Uid");
  }

  private long status(String field) {
    try (Stream<String> lines = Files.lines(PROC.resolve(pid + "/status"), ISO_8859_1)) {
      return lines
          .filter(line -> line.startsWith(field + ':'))
          .map(line -> line.split("\\s+")[1])
          .mapToLong(Long::parseLong)
          .findFirst()
          .orElse(-1);
    } catch (IOException | UncheckedIOException e) {
      return -1;
    }
  }

  /** Whether it was started with that in its environment, {@code NAME=value}. */
  boolean hasVariable(byte[] variable) {
    try {
      byte[] environment = Files.readAllBytes(PROC.resolve(pid + "/environ"));
      int begin = 0;
      for (int i = 0; i <= environment.length; i++) {
        if (i == environment.length || environment[i] == 0) {
          if (Arrays.equals(environment, begin, i, variable, 0, variable.length)) {
            return true;
          }
          begin = i + 1;
        }
      }
    } catch (IOException e) {
      // Another user's, or gone: not ours.
    }
    return false;
  }
}
