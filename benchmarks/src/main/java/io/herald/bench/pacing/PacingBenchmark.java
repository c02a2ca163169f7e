package io.herald.bench.pacing;

import io.herald.bench.report.ResultFile;
import io.herald.bench.run.Benchmark;
import io.herald.bench.run.Machine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** {@code bin/bench pacing}. */
public final class PacingBenchmark implements Benchmark {

  @Override
  public String name() {
    return "pacing";
  }

  @Override
  public String summary() {
    return "a broadcast and replies meanwhile, within Telegram's limits, next to peers";
  }

  @Override
  public String usage() {
    return PacingOptions.USAGE;
  }

  @Override
  public int run(String[] args) throws Exception {
    PacingOptions options = PacingOptions.parse(args);
    Machine machine = Machine.here();
    Instant at = Instant.now();
    Workload workload = Workload.of(options);
    System.out.printf(
        "No sender can be done before %.1f s; a minute or two for each of %d subjects.%n",
        Ideal.of(workload).seconds(), options.subjects().size());
    PacingRun run = new PacingRun(workload, options);
    List<PacingFigures> figures = new ArrayList<>();
    for (Subject subject : options.subjects()) {
      System.out.println(subject.title + " …");
      figures.add(run.measure(subject));
    }
    PacingResult result = PacingResult.of(at, machine, options, workload, figures);
    System.out.print(result.describe());
    System.out.println("\nAll figures: " + ResultFile.write(name(), at, result));
    return result.complete() ? 0 : 1;
  }
}
