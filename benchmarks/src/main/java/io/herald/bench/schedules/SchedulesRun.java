package io.herald.bench.schedules;

import io.herald.bench.report.Figures;
import io.herald.bench.report.Latency;
import io.herald.bench.run.Backends;
import io.herald.bench.run.CpuTimes;
import io.herald.bench.run.ProcessUsage;
import io.herald.bench.run.Prometheus;
import io.herald.bench.run.Waiting;
import io.herald.bench.run.Workspace;
import io.herald.local.process.LocalProcess;
import io.herald.local.process.ServiceProcess;
import io.herald.local.process.ServiceSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One scheduler with a number of schedules that are not due, and those that are. */
final class SchedulesRun implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration INDEXING = Duration.ofMinutes(15);
  private static final Duration FIRING = Duration.ofMinutes(3);
  private static final Duration LEAD = Duration.ofSeconds(10);
  // Compiling takes a JVM this many fires, and they are not counted.
  private static final int WARM_UP = 5_000;

  private final Workspace workspace;
  private final Backends backends;
  private final ServiceProcess scheduler;
  private final Prometheus metrics;
  private final PublishSchedules publish;
  private final Fires fires;

  private SchedulesRun(Workspace workspace) {
    this.workspace = workspace;
    this.backends = Backends.start(workspace);
    this.scheduler =
        workspace.start(
            ServiceProcess.of(
                ServiceSpec.of("scheduler-service", 0, workspace.folder())
                    .with(backends.environment())
                    .with("HERALD_JOBS_FOLDER", workspace.folder().resolve("jobs").toString())));
    Workspace.awaitReady(List.of(scheduler), START);
    this.metrics = new Prometheus(scheduler.url("/actuator/prometheus"));
    this.publish = new PublishSchedules(backends.kafka().bootstrapServers());
    this.fires = new Fires(backends.kafka().bootstrapServers());
  }

  /** Starts it all and returns when schedules can be stored. */
  static SchedulesRun start() {
    Workspace workspace = Workspace.create();
    try {
      return new SchedulesRun(workspace);
    } catch (RuntimeException e) {
      workspace.close();
      throw e;
    }
  }

  /** Stores, fires, and tells what it took. */
  SchedulesRound measure(int stored, SchedulesOptions options) throws InterruptedException {
    long begin = System.nanoTime();
    publish.store(stored);
    awaitStored(stored);
    double indexing = (System.nanoTime() - begin) / 1e9;
    fire("warmup", WARM_UP, Duration.ofSeconds(15), stored);
    int known = stored + WARM_UP;
    Map<String, Double> cost =
        fire("paced", options.due(), Duration.ofSeconds(options.seconds()), known);
    fire("burst", options.due(), Duration.ZERO, known + options.due());
    double[] burst = fires.lateMillis("burst");
    return new SchedulesRound(
        stored,
        stored / indexing,
        fires.count("paced"),
        fires.again(),
        Latency.ofMillis(fires.lateMillis("paced")),
        burst.length * 1e3 / Math.max(1, Figures.percentile(1, burst)),
        cost.get("scheduler"),
        cost.get("redis"),
        resident(backends.redis()),
        resident(scheduler));
  }

  /** Has them fired; processor time of each part per fire, in microseconds. */
  private Map<String, Double> fire(String word, int count, Duration within, int known)
      throws InterruptedException {
    // Tens of thousands are in the index within this time; those that come later would be late.
    Instant first = Instant.now().plus(LEAD);
    publish.due(word, count, first, within);
    awaitStored(known + count);
    Waiting.pause(positive(Duration.between(Instant.now(), first.minusMillis(500))));
    Map<String, LocalProcess> processes =
        Map.of("scheduler", scheduler, "redis", backends.redis(), "broker", backends.kafka());
    CpuTimes before = CpuTimes.of(processes);
    Waiting.pause(positive(Duration.between(Instant.now(), first.plus(within))));
    Waiting.until("not all was fired", FIRING, () -> fires.count(word) == count);
    // Until the runs are in the index as well.
    Waiting.pause(Duration.ofSeconds(1));
    return CpuTimes.of(processes).perEach(before, count);
  }

  private static Duration positive(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }

  private void awaitStored(int count) throws InterruptedException {
    Waiting.until("the schedules were not indexed", INDEXING, () -> stored() >= count);
  }

  private double stored() throws InterruptedException {
    return metrics.series("herald_schedules_stored"::equals).values().stream()
        .mapToDouble(Double::doubleValue)
        .sum();
  }

  /** In 10^6 bytes; NaN when it is not known. */
  private static double resident(LocalProcess process) {
    var bytes = ProcessUsage.peakResidentBytes(process.pid());
    return bytes.isPresent() ? bytes.getAsLong() / 1e6 : Double.NaN;
  }

  @Override
  public void close() {
    fires.close();
    publish.close();
    metrics.close();
    workspace.close();
  }
}
