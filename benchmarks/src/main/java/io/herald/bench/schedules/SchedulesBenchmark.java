package io.herald.bench.schedules;

import io.herald.bench.report.Goal;
import io.herald.bench.report.ResultFile;
import io.herald.bench.run.Benchmark;
import io.herald.bench.run.Machine;
import java.time.Instant;
import java.util.List;

/** {@code bin/bench schedules}. */
public final class SchedulesBenchmark implements Benchmark {

  /** All that a run found out; written as JSON as it is. */
  record Result(
      Instant at,
      Machine machine,
      SchedulesOptions options,
      SchedulesResult figures,
      List<Goal> goals) {}

  @Override
  public String name() {
    return "schedules";
  }

  @Override
  public String summary() {
    return "what firing a schedule costs among 10,000 and among 1,000,000";
  }

  @Override
  public String usage() {
    return SchedulesOptions.USAGE;
  }

  @Override
  public int run(String[] args) throws Exception {
    SchedulesOptions options = SchedulesOptions.parse(args);
    Machine machine = Machine.here();
    Instant at = Instant.now();
    SchedulesRound few = measure(options.few(), options);
    SchedulesResult figures =
        new SchedulesResult(options.due(), few, measure(options.many(), options));
    System.out.printf(
        "%n%s%n%,d due in %d s, then as many at one instant%n%n%s",
        machine.describe(), options.due(), options.seconds(), figures.describe());
    var result = new Result(at, machine, options, figures, figures.goals());
    System.out.println("\nAll figures: " + ResultFile.write(name(), at, result));
    return figures.complete() ? 0 : 1;
  }

  private static SchedulesRound measure(int stored, SchedulesOptions options)
      throws InterruptedException {
    System.out.printf("%,d stored …%n", stored);
    try (SchedulesRun run = SchedulesRun.start()) {
      return run.measure(stored, options);
    }
  }
}
