package io.herald.local.redis;

import io.herald.local.process.ProcessFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import redis.embedded.core.ExecutableProvider;

/**
 * A {@code redis-server} that runs on this machine: the one that embedded-redis ships, or else the
 * one on the PATH.
 */
final class RedisProgram {
  private RedisProgram() {}

  /**
   * Finds the program.
   *
   * @param folder where the shipped one is unpacked to, once
   * @throws ProcessFailure when there is none for this machine
   */
  static Path in(Path folder) {
    return shipped(folder)
        .filter(RedisProgram::runs)
        .or(RedisProgram::onPath)
        .orElseThrow(() ->
            new ProcessFailure(
                "No Redis runs on this machine: install redis-server and put it on the PATH"));
  }

  private static Optional<Path> shipped(Path folder) {
    Path program = folder.resolve("redis-server");
    if (Files.isExecutable(program)) {
      return Optional.of(program);
    }
    try {
      Files.createDirectories(folder);
      Path unpacked = ExecutableProvider.newJarResourceProvider(folder.toFile()).get().toPath();
      return Optional.of(Files.move(unpacked, program, StandardCopyOption.ATOMIC_MOVE));
    } catch (IOException | RuntimeException _) {
      // The library knows no binary for this system, or the folder takes none: the PATH is next.
      return Optional.empty();
    }
  }

  private static Optional<Path> onPath() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry, "redis-server"))
        .filter(RedisProgram::runs)
        .findFirst();
  }

  /**
   * A binary for another C library, or on a mount without the right to execute, fails here and not
   * later.
   */
  private static boolean runs(Path program) {
    if (!Files.isExecutable(program)) {
      return false;
    }
    try {
      Process process =
          new ProcessBuilder(program.toString(), "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
