package io.herald.system.stack;

import io.herald.local.process.JavaCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A service that was started and is expected to end by itself.
 *
 * @param exitCode 137 when it had to be killed after 60 s
 * @param errors lines of stderr
 * @param output lines of stdout
 */
public record ShortLife(int exitCode, List<String> errors, List<String> output) {

  /** Starts the service and waits for its end; what is wrong wins over what is right. */
  public static ShortLife of(String module, Map<String, String> right, Map<String, String> wrong) {
    try {
      Files.createDirectories(Ground.FOLDER);
      Path errors = Files.createTempFile(Ground.FOLDER, module, ".err");
      Path output = Files.createTempFile(Ground.FOLDER, module, ".out");
      ProcessBuilder builder =
          new ProcessBuilder(
                  JavaCommand.of(
                      JavaCommand.shortLived(128), "-jar", Ground.UNPACKED.jar(module).toString()))
              .redirectError(errors.toFile())
              .redirectOutput(output.toFile());
      builder.environment().putAll(right);
      builder.environment().put("SERVER_PORT", "0");
      builder.environment().putAll(wrong);
      Process process = builder.start();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      return new ShortLife(
          process.exitValue(), Files.readAllLines(errors), Files.readAllLines(output));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + module + " was starting", e);
    }
  }
}
