package io.herald.bench.notify;

import io.herald.bench.report.Goal;
import io.herald.bench.report.Latency;
import io.herald.bench.report.TextTable;
import java.util.List;

/**
 * How long one notification takes on an idle system.
 *
 * @param answered from before the request to its answer
 * @param arrived from before the request to the emulator's live event of the message, which is told
 *     after the emulator has accepted it
 * @param missing what did not arrive in time
 */
record LatencyResult(Latency answered, Latency arrived, int missing) {

  List<Goal> goals() {
    return List.of(
        Goal.atMost("request → message, p50 ≤ 25 ms", arrived.p50(), 25),
        Goal.none("missing messages", missing));
  }

  String describe() {
    TextTable table = new TextTable("idle, ms", "count", "p50", "p90", "p99", "max");
    answered.row(table, "request → 202");
    arrived.row(table, "request → message");
    return table.render();
  }
}
