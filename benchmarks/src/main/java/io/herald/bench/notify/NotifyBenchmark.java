package io.herald.bench.notify;

import io.herald.bench.report.Goal;
import io.herald.bench.report.ResultFile;
import io.herald.bench.run.Benchmark;
import io.herald.bench.run.Machine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code bin/bench notify}. */
public final class NotifyBenchmark implements Benchmark {

  /**
   * All that a run found out; written as JSON as it is.
   *
   * @param rate absent: not measured; likewise {@code latency}
   */
  record Result(
      Instant at,
      Machine machine,
      NotifyOptions options,
      @Nullable RateResult rate,
      @Nullable LatencyResult latency,
      List<Goal> goals) {}

  @Override
  public String name() {
    return "notify";
  }

  @Override
  public String summary() {
    return "notifications/s of the HTTP API, and from the request to the message";
  }

  @Override
  public String usage() {
    return NotifyOptions.USAGE;
  }

  @Override
  public int run(String[] args) throws Exception {
    NotifyOptions options = NotifyOptions.parse(args);
    Machine machine = Machine.here();
    Instant at = Instant.now();
    RateResult rate = options.wants(NotifyOptions.RATE) ? RateRun.run(options) : null;
    LatencyResult latency = options.wants(NotifyOptions.LATENCY) ? LatencyRun.run(options) : null;
    List<Goal> goals = new ArrayList<>();
    System.out.println("\n" + machine.describe());
    if (rate != null) {
      System.out.printf(
          "median of %d rounds of %d s, %d connections, wrk on the same cores%n%n%s%n",
          options.rounds(), options.seconds(), NotifyOptions.CONNECTIONS, rate.describe());
      goals.addAll(rate.goals());
    }
    if (latency != null) {
      System.out.println(latency.describe());
      goals.addAll(latency.goals());
    }
    System.out.print(Goal.describe(goals));
    var result = new Result(at, machine, options, rate, latency, goals);
    System.out.println("\nAll figures: " + ResultFile.write(name(), at, result));
    boolean lost = rate != null && !rate.records().holds();
    return lost || latency != null && latency.missing() > 0 ? 1 : 0;
  }
}
