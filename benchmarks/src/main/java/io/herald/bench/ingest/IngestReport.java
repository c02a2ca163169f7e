package io.herald.bench.ingest;

import static io.herald.bench.report.TextTable.number;

import io.herald.bench.report.Goal;
import io.herald.bench.report.TextTable;

/** The result as text. */
final class IngestReport {
  private IngestReport() {}

  static String of(IngestResult result) {
    StringBuilder text = new StringBuilder();
    text.append('\n').append(result.machine().describe()).append('\n');
    text.append(settings(result.options())).append("\n\n");
    text.append(table(result)).append('\n');
    text.append("CPU is µs per update. MB is the most that the subject ever had resident.\n");
    result.records().forEach(check -> text.append(check.describe()).append('\n'));
    if (!result.goals().isEmpty()) {
      text.append('\n').append("At ").append(IngestGoals.CONNECTIONS).append(" connections:\n");
      text.append(Goal.describe(result.goals()));
    }
    return text.toString();
  }

  private static String settings(IngestOptions options) {
    return String.format(
        "median of %d round%s of %d s, at least %d s warm-up, wrk with %d thread%s on the same"
            + " cores",
        options.rounds(),
        options.rounds() == 1 ? "" : "s",
        options.seconds(),
        options.warmup(),
        options.wrkThreads(),
        options.wrkThreads() == 1 ? "" : "s");
  }

  private static String table(IngestResult result) {
    TextTable table =
        new TextTable(
            "subject",
            "conns",
            "updates/s",
            "p50 ms",
            "p99 ms",
            "errors",
            "CPU",
            "broker",
            "redis",
            "wrk",
            "MB",
            "Herald ÷");
    int connections = result.summaries().getFirst().connections();
    for (Summary one : result.summaries()) {
      if (one.connections() != connections) {
        table.gap();
        connections = one.connections();
      }
      boolean durable = one.subject().durable();
      table.row(
          one.subject().title,
          Integer.toString(one.connections()),
          number(one.updatesPerSecond(), 0),
          number(one.p50Millis(), 1),
          number(one.p99Millis(), 1),
          number(one.errors(), 0),
          number(one.cpuPerUpdate(), 1),
          number(durable ? one.kafkaCpuPerUpdate() : Double.NaN, 1),
          number(durable ? one.redisCpuPerUpdate() : Double.NaN, 1),
          number(one.loadCpuPerUpdate(), 1),
          number(result.peakMegabytes().getOrDefault(one.subject(), Double.NaN), 0),
          number(result.heraldDividedBy(one), 2));
    }
    return table.render();
  }
}
