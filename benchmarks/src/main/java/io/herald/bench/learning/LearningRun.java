package io.herald.bench.learning;

import io.herald.bench.emulator.Arrival;
import io.herald.bench.emulator.Arrivals;
import io.herald.bench.emulator.Emulator;
import io.herald.bench.emulator.EmulatorControl;
import io.herald.bench.outbound.BenchMessage;
import io.herald.bench.outbound.WorkerSystem;
import io.herald.bench.run.Prometheus;
import io.herald.bench.run.Waiting;
import io.herald.bench.run.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One worker with more to send than it can, while Telegram changes its mind. */
final class LearningRun {
  private static final long FIRST_CHAT = 1_000_000;
  private static final long FIRST_WARM_UP_CHAT = 3_000_000;
  private static final int WARM_UP = 150;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** The worker's own budget is full again. */
  private static final Duration REST = Duration.ofSeconds(4);

  private static final int ASK_EVERY_SECONDS = 5;
  private static final Map<String, String> CEILING =
      Map.of("HERALD_FLOOD_GLOBAL", Rates.perSecond(Rates.FULL));

  private final LearningOptions options;
  private final List<LearnedRate> learned = new ArrayList<>();

  LearningRun(LearningOptions options) {
    this.options = options;
  }

  LearningFigures measure() throws InterruptedException {
    try (Workspace workspace = Workspace.create();
        Emulator emulator = Emulator.start(workspace);
        WorkerSystem system =
            WorkerSystem.start(workspace, emulator, 1, spec -> spec.with(CEILING));
        Prometheus metrics = new Prometheus(system.worker().url("/actuator/prometheus"))) {
      warmUp(system, emulator.control());
      return measure(system, emulator.control(), metrics);
    }
  }

  private void warmUp(WorkerSystem system, EmulatorControl emulator) throws InterruptedException {
    emulator.neitherLimitsNorLatency();
    emulator.addUsers(FIRST_WARM_UP_CHAT, WARM_UP);
    Arrivals arrivals = Arrivals.from(emulator);
    system.publish().publishAll(options.lane(), messages("warm-", FIRST_WARM_UP_CHAT, WARM_UP));
    arrivals.await(WARM_UP, PATIENCE);
    Waiting.pause(REST);
  }

  private LearningFigures measure(WorkerSystem system, EmulatorControl emulator, Prometheus metrics)
      throws InterruptedException {
    emulator.addUsers(FIRST_CHAT, options.messages());
    emulator.limits(Rates.perSecond(Rates.LOWER), "off", "off");
    emulator.resetStats();
    Arrivals arrivals = Arrivals.from(emulator);
    long startMs = System.currentTimeMillis();
    system.publish().publishAll(options.lane(), messages("m-", FIRST_CHAT, options.messages()));
    watch(startMs, 0, options.limitedSeconds(), metrics);
    long refusedWhileLimited = emulator.tooManyRequests();
    emulator.limits(Rates.perSecond(Rates.FULL), "off", "off");
    watch(startMs, options.limitedSeconds(), options.seconds(), metrics);
    long refused = emulator.tooManyRequests();
    arrivals.read();
    long[] acceptedMs = arrivals.all().stream().mapToLong(Arrival::atMs).toArray();
    return LearningFigures.of(
        options,
        Throughput.of(startMs, options.seconds(), acceptedMs),
        refusedWhileLimited,
        refused,
        learned);
  }

  private void watch(long startMs, int from, int to, Prometheus metrics)
      throws InterruptedException {
    for (int second = from + 1; second <= to; second++) {
      long dueMs = startMs + second * 1_000L;
      Waiting.pause(Duration.ofMillis(Math.max(0, dueMs - System.currentTimeMillis())));
      if (second % ASK_EVERY_SECONDS == 0) {
        learned.add(LearnedRate.at(second, metrics));
      }
    }
  }

  private static List<BenchMessage> messages(String prefix, long firstChat, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new BenchMessage(prefix + (i + 1), firstChat + i))
        .toList();
  }
}
