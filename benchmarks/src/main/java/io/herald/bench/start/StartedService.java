package io.herald.bench.start;

import io.herald.bench.run.ProcessUsage;
import io.herald.local.process.Launch;
import io.herald.local.process.LocalProcess;
import io.herald.local.process.Readiness;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A service that is started by a command, on a port of its own. */
final class StartedService extends LocalProcess {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private StartedService(Launch launch) {
    super(launch);
  }

  /** Not started yet. */
  static StartedService of(
      String name, List<String> command, int port, Map<String, String> environment, Path data) {
    Map<String, String> variables = new HashMap<>(environment);
    variables.put("SERVER_PORT", Integer.toString(port));
    variables.put("SERVER_ADDRESS", "127.0.0.1");
    URI readiness = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
    return new StartedService(
        new Launch(name, command, variables, data, Readiness.http(readiness), Launch.DRAIN));
  }

  /** Starts it and waits until it is ready. */
  StartTime measure() {
    long begin = System.nanoTime();
    start();
    awaitReady(PATIENCE);
    double seconds = (System.nanoTime() - begin) / 1e9;
    double cpu = ProcessUsage.of(pid()).map(usage -> usage.cpuMicros() / 1e6).orElse(Double.NaN);
    return new StartTime(seconds, cpu);
  }
}
