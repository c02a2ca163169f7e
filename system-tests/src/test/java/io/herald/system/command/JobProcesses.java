package io.herald.system.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The processes of this machine that belong to a job, by what their environment says. */
final class JobProcesses {

  private JobProcesses() {}

  /** Their ids; none when the job's whole tree has ended. */
  static List<String> of(String job) {
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      return processes
          .filter(process -> process.getFileName().toString().matches("[0-9]+"))
          .filter(process -> isOf(process, job))
          .map(process -> process.getFileName().toString())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // A process may end while it is looked at.
  private static boolean isOf(Path process, String job) {
    try {
      String environment = Files.readString(process.resolve("environ"), ISO_8859_1);
      return ('\0' + environment).contains("\0HERALD_JOB=" + job + '\0');
    } catch (IOException _) {
      return false;
    }
  }
}
