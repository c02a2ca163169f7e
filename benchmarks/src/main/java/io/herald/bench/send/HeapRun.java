package io.herald.bench.send;

import io.herald.bench.emulator.Emulator;
import io.herald.bench.outbound.LoadMix;
import io.herald.bench.outbound.WorkerSystem;
import io.herald.bench.run.Prometheus;
import io.herald.bench.run.Waiting;
import io.herald.bench.run.Workspace;
import io.herald.local.process.Installation;
import io.herald.local.process.JavaCommand;
import io.herald.local.process.LocalProcess;
import io.herald.local.process.ProcessFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A worker that may send one message a second and has far more. Its heap could grow to a gibibyte,
 * so that what it holds is its own choice and not the JVM's limit.
 */
final class HeapRun {
  private static final int HEAP_MEBIBYTES = 1_024;
  private static final Duration BETWEEN = Duration.ofSeconds(5);
  private static final int LEAST_SAMPLES = 6;
  private static final int MOST_SAMPLES = 18;
  private static final double STILL_GROWING = 1.02;

  private final SendOptions options;

  HeapRun(SendOptions options) {
    this.options = options;
  }

  WaitingHeap measure() throws InterruptedException {
    try (Workspace workspace = Workspace.create();
        Emulator emulator = Emulator.start(workspace);
        WorkerSystem system =
            WorkerSystem.start(
                workspace,
                emulator,
                1,
                spec ->
                    spec.jvmOptions(JavaCommand.small(HEAP_MEBIBYTES))
                        .with("HERALD_FLOOD_GLOBAL", "1/s"));
        Prometheus metrics = new Prometheus(system.worker().url("/actuator/prometheus"))) {
      emulator.control().neitherLimitsNorLatency();
      emulator.control().addUsers(LoadMix.FIRST_CHAT, options.chats());
      double idle = liveMegabytes(system.worker(), metrics);
      LoadMix mix = new LoadMix("waiting-", options.waiting(), options.chats());
      system.publish().publishAll(options.lane(), mix.messages());
      return new WaitingHeap(options.waiting(), idle, samples(system.worker(), metrics));
    }
  }

  /** Until it grows no more. */
  private static List<Double> samples(LocalProcess worker, Prometheus metrics)
      throws InterruptedException {
    List<Double> samples = new ArrayList<>();
    boolean growing = true;
    while (samples.size() < LEAST_SAMPLES || (growing && samples.size() < MOST_SAMPLES)) {
      Waiting.pause(BETWEEN);
      double live = liveMegabytes(worker, metrics);
      growing = !samples.isEmpty() && live > STILL_GROWING * samples.getLast();
      samples.add(live);
    }
    return samples;
  }

  private static double liveMegabytes(LocalProcess worker, Prometheus metrics)
      throws InterruptedException {
    collect(worker);
    Map<String, Double> used = metrics.series(name -> name.equals("jvm_memory_used_bytes"));
    return used.entrySet().stream()
            .filter(series -> series.getKey().contains("area=\"heap\""))
            .mapToDouble(Map.Entry::getValue)
            .sum()
        / 1e6;
  }

  /** A full collection, done when this returns. */
  private static void collect(LocalProcess worker) throws InterruptedException {
    String jcmd = Installation.java().resolveSibling("jcmd").toString();
    try {
      Process process =
          new ProcessBuilder(jcmd, Long.toString(worker.pid()), "GC.run")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor() != 0) {
        throw new ProcessFailure("jcmd cannot collect the worker's garbage");
      }
    } catch (IOException e) {
      throw new ProcessFailure("jcmd cannot be run: " + e.getMessage());
    }
  }
}
