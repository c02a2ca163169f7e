package io.herald.bench.start;

import io.herald.local.process.Installation;
import io.herald.local.process.ProcessFailure;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Services as an image holds them: unpacked, with a cache, made by the same commands. */
final class Trained {
  private static final Path SCRIPTS = Installation.root().resolve("deploy/docker");

  private Trained() {}

  /** The command that starts what lies in that folder, {@link #environment()} given. */
  static List<String> start(Path folder) {
    return List.of(SCRIPTS.resolve("start").toString(), folder.toString());
  }

  /** The Java that runs this JVM is the one that the scripts find. */
  static Map<String, String> environment() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Map.of("PATH", Installation.java().getParent() + File.pathSeparator + path);
  }

  /** The service's folder, made anew when its jar or the way of training is newer. */
  static Path folder(String service) {
    Path folder = Installation.root().resolve("benchmarks/target/start").resolve(service);
    Path jar = Installation.jar(service);
    try {
      if (isOlder(folder.resolve("run.aot"), jar)) {
        System.out.println("Training " + service + " …");
        Files.createDirectories(folder);
        run(
            Installation.java().toString(),
            "-Djarmode=tools",
            "-jar",
            jar.toString(),
            "extract",
            "--force",
            "--destination",
            folder.toString(),
            "--application-filename",
            "run.jar");
        run(SCRIPTS.resolve("train").toString(), folder.toString());
      }
      return folder;
    } catch (IOException e) {
      throw new ProcessFailure(service + " cannot be trained: " + e.getMessage());
    }
  }

  private static boolean isOlder(Path cache, Path jar) throws IOException {
    if (!Files.exists(cache)) {
      return true;
    }
    var trained = Files.getLastModifiedTime(cache);
    return trained.compareTo(Files.getLastModifiedTime(jar)) < 0
        || trained.compareTo(Files.getLastModifiedTime(SCRIPTS.resolve("train"))) < 0;
  }

  private static void run(String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment());
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException(said.strip());
    }
  }
}
