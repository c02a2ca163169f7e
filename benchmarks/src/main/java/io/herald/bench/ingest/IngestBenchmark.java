package io.herald.bench.ingest;

import io.herald.bench.report.ResultFile;
import io.herald.bench.report.TextTable;
import io.herald.bench.run.Benchmark;
import io.herald.bench.run.Machine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** {@code bin/bench ingest}. */
public final class IngestBenchmark implements Benchmark {

  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public String summary() {
    return "updates/s and latency of the webhook with its durable answer, next to peers";
  }

  @Override
  public String usage() {
    return IngestOptions.USAGE;
  }

  @Override
  public int run(String[] args) throws Exception {
    IngestOptions options = IngestOptions.parse(args);
    Machine machine = Machine.here();
    Instant at = Instant.now();
    IngestResult result;
    System.out.printf("This takes about %d s.%n", options.expectedSeconds());
    try (IngestRun run = new IngestRun(options)) {
      run.start();
      List<Measurement> measurements = measure(run, options);
      result =
          IngestResult.of(
              at, machine, options, measurements, run.peakMegabytes(), run.checkRecords());
    }
    System.out.print(IngestReport.of(result));
    System.out.println("\nAll figures: " + ResultFile.write(name(), at, result));
    return result.nothingLost() ? 0 : 1;
  }

  private static List<Measurement> measure(IngestRun run, IngestOptions options) {
    for (Subject subject : options.subjects()) {
      System.out.printf("warm-up  %-36s", subject.title);
      run.warmUp(subject).forEach(step -> System.out.print(" " + TextTable.number(step, 0)));
      System.out.println();
    }
    List<Measurement> measurements = new ArrayList<>();
    for (int round = 0; round < options.rounds(); round++) {
      for (int connections : options.connections()) {
        for (Subject subject : options.turns(round)) {
          Measurement one = run.measure(subject, connections, round);
          measurements.add(one);
          progress(one);
        }
      }
    }
    return measurements;
  }

  private static void progress(Measurement one) {
    System.out.printf(
        "round %d  %3d connections  %-36s %10s updates/s  p99 %s ms%n",
        one.round() + 1,
        one.connections(),
        one.subject().title,
        TextTable.number(one.load().acknowledgedPerSecond(), 0),
        TextTable.number(one.load().p99Us() / 1e3, 1));
  }
}
