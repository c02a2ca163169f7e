package io.herald.bench.start;

import io.herald.bench.report.Goal;
import io.herald.bench.report.ResultFile;
import io.herald.bench.run.Benchmark;
import io.herald.bench.run.Machine;
import java.time.Instant;
import java.util.List;

/** {@code bin/bench start}. */
public final class StartBenchmark implements Benchmark {

  /** All that a run found out; written as JSON as it is. */
  record Result(
      Instant at,
      Machine machine,
      StartOptions options,
      List<StartResult> services,
      List<Goal> goals) {}

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String summary() {
    return "from starting each service to its readiness, with and without the image's cache";
  }

  @Override
  public String usage() {
    return StartOptions.USAGE;
  }

  @Override
  public int run(String[] args) throws Exception {
    StartOptions options = StartOptions.parse(args);
    // Before the machine is looked at: training keeps it busy.
    options.services().forEach(Trained::folder);
    Machine machine = Machine.here();
    Instant at = Instant.now();
    List<StartResult> services;
    try (StartRun run = StartRun.begin()) {
      services =
          options.services().stream().map(name -> run.measure(name, options.rounds())).toList();
    }
    System.out.printf("%n%s%n%n%s", machine.describe(), StartResult.describe(services));
    var result = new Result(at, machine, options, services, StartResult.goals(services));
    System.out.println("\nAll figures: " + ResultFile.write(name(), at, result));
    return 0;
  }
}
