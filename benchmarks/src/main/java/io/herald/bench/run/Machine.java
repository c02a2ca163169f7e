package io.herald.bench.run;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a benchmark ran.
 *
 * @param cpu its name as the system tells it
 * @param cores logical ones that this JVM may use
 * @param system operating system and its version
 * @param java version of this JVM, which runs all Java subjects too
 * @param loadAverage of the last minute before the benchmark began; negative when unknown
 */
public record Machine(String cpu, int cores, String system, String java, double loadAverage) {

  /** This one, now. */
  public static Machine here() {
    return new Machine(
        cpuName(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        Runtime.version().toString(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static String cpuName() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException _) {
      return "unknown";
    }
  }

  /** One line for people. */
  public String describe() {
    return String.format(
        "%d cores of %s, %s, Java %s, load average %.2f before the run",
        cores, cpu, system, java, loadAverage);
  }
}
