package io.herald.bench.reply;

import io.herald.bench.report.Goal;
import io.herald.bench.report.Latency;
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

  static ReplyResult of(
      Instant at,
      Machine machine,
      ReplyOptions options,
      Latency atEmulator,
      Latency fromOutside,
      int missing) {
    List<Goal> goals =
        List.of(
            Goal.atMost("p50 ≤ 15 ms", atEmulator.p50(), 15),
            Goal.atMost("p99 ≤ 60 ms", atEmulator.p99(), 60),
            new Goal(
                "every message has a reply",
                atEmulator.count() + " of " + options.messages(),
                missing == 0 && atEmulator.count() == options.messages()));
    return new ReplyResult(at, machine, options, atEmulator, fromOutside, missing, goals);
  }

  String describe() {
    TextTable table = new TextTable("webhook → reply, ms", "count", "p50", "p90", "p99", "max");
    atEmulator.row(table, "at the emulator");
    fromOutside.row(table, "seen from outside");
    return String.format(
        "%n%s%n%d messages one at a time, %d ms apart, after %d that are not counted%n%n%s%n%s",
        machine.describe(),
        options.messages(),
        options.gap().toMillis(),
        options.warmup(),
        table.render(),
        Goal.describe(goals));
  }
}
