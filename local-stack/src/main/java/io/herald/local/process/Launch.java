package io.herald.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What it takes to start one child process.
 *
 * @param name names the process, its log {@code <data>/logs/<name>.log} and its pid file {@code
 *     <data>/run/<name>.pid}
 * @param command executable and arguments
 * @param environment added to this process's own environment; a value here wins
 * @param data the folder that logs and pid files live under; created when missing
 * @param readiness asked until it answers true
 * @param grace how long a SIGTERM may take before SIGKILL follows
 */
public record Launch(
    String name,
    List<String> command,
    Map<String, String> environment,
    Path data,
    Readiness readiness,
    Duration grace) {

  /** How long a service may take to drain: the outside contract of every Herald service. */
  public static final Duration DRAIN = Duration.ofSeconds(20);

  public Launch {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    data = data.toAbsolutePath().normalize();
  }

  Path logFile() {
    return data.resolve("logs").resolve(name + ".log");
  }

  Path pidFile() {
    return data.resolve("run").resolve(name + ".pid");
  }
}
