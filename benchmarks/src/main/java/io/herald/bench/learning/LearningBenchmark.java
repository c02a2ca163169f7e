package io.herald.bench.learning;

import io.herald.bench.report.ResultFile;
import io.herald.bench.run.Benchmark;
import io.herald.bench.run.Machine;
import java.time.Instant;

/** {@code bin/bench learning}. */
public final class LearningBenchmark implements Benchmark {

  @Override
  public String name() {
    return "learning";
  }

  @Override
  public String summary() {
    return "how the worker follows a Telegram that takes less than told, and more again";
  }

  @Override
  public String usage() {
    return LearningOptions.USAGE;
  }

  @Override
  public int run(String[] args) throws Exception {
    LearningOptions options = LearningOptions.parse(args);
    Machine machine = Machine.here();
    Instant at = Instant.now();
    System.out.printf("This takes about %d s.%n", options.seconds() + 30);
    LearningFigures figures = new LearningRun(options).measure();
    LearningResult result = LearningResult.of(at, machine, options, figures);
    System.out.print(result.describe());
    System.out.println("\nAll figures: " + ResultFile.write(name(), at, result));
    return 0;
  }
}
