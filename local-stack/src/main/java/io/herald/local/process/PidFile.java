package io.herald.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Remembers a child process beyond the life of its parent: pid, start time and executable, one per
 * line.
 *
 * <p>A pid alone proves nothing, since the system gives numbers out again. A process is ours only
 * when its start time and its executable are those that were written down.
 */
final class PidFile {
  /**
   * Start times are derived from a boot time in whole seconds, so two JVMs may see them a second
   * apart.
   */
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Path path;

  PidFile(Path path) {
    this.path = path;
  }

  void write(ProcessHandle process, Path executable) {
    String started = process.info().startInstant().map(Instant::toString).orElse("");
    try {
      Files.createDirectories(path.getParent());
      // The system reports the file behind a link, for example redis-check-rdb for Debian's
      // redis-server.
      Path file = executable.toRealPath().getFileName();
      Files.writeString(path, process.pid() + "\n" + started + "\n" + file + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("the pid file cannot be written: " + path, e);
    }
  }

  /**
   * Ends the process that an earlier parent left behind, gracefully first; forgets the file in any
   * case.
   */
  void endStale() {
    ours().ifPresent(PidFile::end);
    delete();
  }

  void deleteIfOf(long pid) {
    List<String> lines = lines();
    if (!lines.isEmpty() && lines.getFirst().equals(Long.toString(pid))) {
      delete();
    }
  }

  private Optional<ProcessHandle> ours() {
    List<String> lines = lines();
    if (lines.size() < 3 || !lines.getFirst().matches("\\d{1,10}") || lines.get(1).isEmpty()) {
      return Optional.empty();
    }
    Instant started = instant(lines.get(1));
    return ProcessHandle.of(Long.parseLong(lines.getFirst()))
        .filter(ProcessHandle::isAlive)
        .filter(process -> startedAt(process, started) && runs(process, lines.get(2)));
  }

  /** The beginning of time, at which no process started, for a text that is no time. */
  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException _) {
      return Instant.EPOCH;
    }
  }

  private static boolean startedAt(ProcessHandle process, Instant expected) {
    return process
        .info()
        .startInstant()
        .filter(start -> Duration.between(start, expected).abs().compareTo(CLOCK_TOLERANCE) <= 0)
        .isPresent();
  }

  private static boolean runs(ProcessHandle process, String executable) {
    return process
        .info()
        .command()
        .filter(command -> Path.of(command).endsWith(executable))
        .isPresent();
  }

  private static void end(ProcessHandle process) {
    process.destroy();
    if (!endsWithin(process)) {
      process.destroyForcibly();
      endsWithin(process);
    }
  }

  private static boolean endsWithin(ProcessHandle process) {
    try {
      process.onExit().get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private List<String> lines() {
    try {
      return Files.exists(path) ? Files.readAllLines(path) : List.of();
    } catch (IOException _) {
      return List.of();
    }
  }

  private void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException("the pid file cannot be removed: " + path, e);
    }
  }
}
