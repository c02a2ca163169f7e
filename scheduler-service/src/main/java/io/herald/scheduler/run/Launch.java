package io.herald.scheduler.run;

import io.herald.model.job.JobCommand;
import io.herald.scheduler.type.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Starts programs: no shell, a session of their own, and of the service's environment only what is
 * no secret.
 */
final class Launch {

  /** Tells a program its folder, and us whose process it is. */
  static final String FOLDER = "HERALD_JOB_FOLDER";

  private static final String JOB = "HERALD_JOB";
  private static final List<String> HANDED_ON =
      List.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR");
  private static final List<String> HANDED_ON_TO_SCRIPTS =
      List.of("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ");
  private static final List<String> SESSION =
      Stream.of("/usr/bin/setsid", "/bin/setsid")
          .filter(it -> Files.isExecutable(Path.of(it)))
          .limit(1)
          .toList();

  private Launch() {}

  /**
   * Starts the job's program in that folder; fails when that can't be.
   *
   * @param before what comes before the program and runs it
   */
  static Process start(Program program, JobCommand job, Path folder, List<String> before)
      throws IOException {
    UnaryOperator<String> values =
        placeholder ->
            switch (placeholder) {
              case "argument" -> job.argument();
              case "folder" -> folder.toString();
              default -> job.id();
            };
    List<String> command = new ArrayList<>(SESSION);
    command.addAll(before);
    program.command().forEach(it -> command.add(Program.filled(it, values)));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(program.isScript() ? HANDED_ON_TO_SCRIPTS : HANDED_ON);
    if (program.isScript()) {
      environment.put("HOME", folder.toString());
      environment.put("TMPDIR", folder.toString());
    }
    program
        .environment()
        .forEach((name, value) -> environment.put(name, Program.filled(value, values)));
    environment.put(JOB, job.id());
    environment.put(FOLDER, folder.toString());
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  /** Whether a started process leads a session. */
  static boolean hasSessions() {
    return !SESSION.isEmpty();
  }
}
