package io.herald.bench.run;

import io.herald.local.process.ProcessFailure;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Programs that are installed on this machine. */
public final class Program {
  private Program() {}

  /**
   * Looks along the PATH.
   *
   * @return the program's absolute path
   * @throws ProcessFailure when it is not installed
   */
  public static String find(String name) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name).toAbsolutePath())
        .filter(Files::isExecutable)
        .findFirst()
        .map(Path::toString)
        .orElseThrow(() -> new ProcessFailure(name + " is not installed"));
  }
}
