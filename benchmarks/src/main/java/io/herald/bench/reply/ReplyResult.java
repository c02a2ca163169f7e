package io.herald.bench.reply;

import io.herald.bench.report.Figures;
import io.herald.bench.report.Goal;
import io.herald.bench.report.TextTable;
import io.herald.bench.run.Machine;
import java.time.Instant;
import java.util.List;

/**
 * What came out.
 *
 * @param atEmulator webhook → reply, told by the emulator: what counts
 * @param fromOutside the same with the request that makes the user write and the event that tells
 *     of the reply: a cross-check
 * @param missing replies that did not arrive in time
 */
record ReplyResult(
    Instant at,
    Machine machine,
    ReplyOptions options,
    Latency atEmulator,
    Latency fromOutside,
    int missing,
    List<Goal> goals) {

  /** Milliseconds. */
  record Latency(long count, double p50, double p90, double p99, double max) {
    static Latency ofMillis(double... millis) {
      return new Latency(
          millis.length,
          Figures.percentile(0.5, millis),
          Figures.percentile(0.9, millis),
          Figures.percentile(0.99, millis),
          Figures.percentile(1, millis));
    }
  }

  static ReplyResult of(
      Instant at,
      Machine machine,
      ReplyOptions options,
      Latency atEmulator,
      Latency fromOutside,
      int missing) {
    List<Goal> goals =
        List.of(
            Goal.atMost("p50 ≤ 15 ms", atEmulator.p50, 15),
            Goal.atMost("p99 ≤ 60 ms", atEmulator.p99, 60),
            new Goal(
                "every message has a reply",
                atEmulator.count + " of " + options.messages(),
                missing == 0 && atEmulator.count == options.messages()));
    return new ReplyResult(at, machine, options, atEmulator, fromOutside, missing, goals);
  }

  String describe() {
    TextTable table = new TextTable("webhook → reply, ms", "count", "p50", "p90", "p99", "max");
    row(table, "at the emulator", atEmulator);
    row(table, "seen from outside", fromOutside);
    return String.format(
        "%n%s%n%d messages one at a time, %d ms apart, after %d that are not counted%n%n%s%n%s",
        machine.describe(),
        options.messages(),
        options.gap().toMillis(),
        options.warmup(),
        table.render(),
        Goal.describe(goals));
  }

  private static void row(TextTable table, String name, Latency latency) {
    table.row(
        name,
        Long.toString(latency.count),
        TextTable.number(latency.p50, 1),
        TextTable.number(latency.p90, 1),
        TextTable.number(latency.p99, 1),
        TextTable.number(latency.max, 1));
  }
}
