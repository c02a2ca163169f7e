package io.herald.local;

import io.herald.local.process.Installation;
import io.herald.local.process.JavaCommand;
import io.herald.local.process.ProcessFailure;
import io.herald.local.process.ServiceSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Services in a form that starts fast: the executable jar unpacked, and an archive of its loaded
 * classes. Together they halve the processor time of a start.
 */
public record Unpacked(Path folder) {

  /** Those below {@code <data>/apps}. */
  public static Unpacked in(Path data) {
    return new Unpacked(data.resolve("apps"));
  }

  /**
   * The same service with the archive of its classes, once there is one; a JVM that it does not fit
   * ignores it.
   */
  public static ServiceSpec archived(ServiceSpec spec) {
    Path archive = archive(spec.jar());
    if (!Files.exists(archive)) {
      return spec;
    }
    List<String> options = new ArrayList<>(spec.jvmOptions());
    options.add("-XX:SharedArchiveFile=" + archive);
    options.add("-Xlog:cds*=off");
    return spec.jvmOptions(options);
  }

  /** Where the archive of the classes of an unpacked jar is kept; see {@link Rehearsal}. */
  static Path archive(Path jar) {
    return Path.of(jar.getParent() + ".jsa");
  }

  /**
   * The module's jar, next to its libraries; unpacked anew when the executable jar has changed.
   *
   * @throws ProcessFailure when the module is not built or cannot be unpacked
   */
  public Path jar(String module) {
    Path executable = Installation.jar(module);
    Path target = folder.resolve(module);
    Path jar = target.resolve(module + ".jar");
    Path stamp = target.resolve("made-of");
    try {
      String made = Files.size(executable) + " " + Files.getLastModifiedTime(executable);
      if (!Files.exists(stamp) || !Files.readString(stamp).equals(made)) {
        Files.deleteIfExists(stamp);
        Files.deleteIfExists(archive(jar));
        unpack(executable, target);
        Files.writeString(stamp, made);
      }
      return jar;
    } catch (IOException e) {
      throw new ProcessFailure(
          executable + " cannot be unpacked to " + target + ": " + e.getMessage());
    }
  }

  private static void unpack(Path executable, Path target) throws IOException {
    Files.createDirectories(target);
    List<String> command =
        JavaCommand.of(
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djarmode=tools"),
            "-jar",
            executable.toString(),
            "extract",
            "--force",
            "--destination",
            target.toString());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException(said.strip());
    }
  }
}
