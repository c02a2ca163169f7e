package io.herald.bench.start;

import io.herald.bench.emulator.Emulator;
import io.herald.bench.run.Backends;
import io.herald.bench.run.Workspace;
import io.herald.local.process.Installation;
import io.herald.local.process.JavaCommand;
import io.herald.local.process.Ports;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What services need to become ready, and their starts, one at a time. */
final class StartRun implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(90);

  private final Workspace workspace;
  private final Map<String, String> environment;

  private StartRun(Workspace workspace) {
    this.workspace = workspace;
    Backends backends = Backends.start(workspace);
    Emulator emulator = Emulator.start(workspace);
    emulator.awaitReady(START);
    emulator.close();
    environment = new HashMap<>(Trained.environment());
    environment.putAll(backends.environment());
    environment.put("TELEGRAM_BOT_TOKEN", "4200:BENCHbenchBENCHbench");
    environment.put("TELEGRAM_WEBHOOK_SECRET", "bench-secret-0123456789abcdef");
    environment.put("TELEGRAM_API_URL", emulator.url());
    environment.put("HERALD_JOBS_FOLDER", workspace.folder().resolve("jobs").toString());
  }

  /** Starts broker, Redis and emulator. */
  static StartRun begin() {
    Workspace workspace = Workspace.create();
    try {
      return new StartRun(workspace);
    } catch (RuntimeException e) {
      workspace.close();
      throw e;
    }
  }

  /**
   * Starts it both ways in turns. One start before them is not counted: it makes the topics, and
   * the files come into memory.
   */
  StartResult measure(String service, int rounds) {
    System.out.println("Starting " + service + " …");
    List<String> plain = JavaCommand.of(List.of(), "-jar", Installation.jar(service).toString());
    List<String> trained = Trained.start(Trained.folder(service));
    List<StartTime> plainTimes = new ArrayList<>();
    List<StartTime> trainedTimes = new ArrayList<>();
    start(service, plain);
    for (int round = 0; round < rounds; round++) {
      plainTimes.add(start(service, plain));
      trainedTimes.add(start(service, trained));
    }
    return new StartResult(service, StartTime.median(plainTimes), StartTime.median(trainedTimes));
  }

  private StartTime start(String service, List<String> command) {
    int port = Ports.free();
    Map<String, String> variables = new HashMap<>(environment);
    variables.put("PUBLIC_BASE_URL", "http://127.0.0.1:" + port);
    try (var started = StartedService.of(service, command, port, variables, workspace.folder())) {
      return started.measure();
    }
  }

  @Override
  public void close() {
    workspace.close();
  }
}
