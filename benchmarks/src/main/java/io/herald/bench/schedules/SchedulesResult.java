package io.herald.bench.schedules;

import io.herald.bench.report.Figures;
import io.herald.bench.report.Goal;
import io.herald.bench.report.TextTable;
import java.util.List;

/** Both rounds side by side. */
record SchedulesResult(int due, SchedulesRound few, SchedulesRound many) {

  /** What a fire costs among many, of what it costs among few. */
  double ratio() {
    return Figures.ratio(many.micros(), few.micros());
  }

  List<Goal> goals() {
    return List.of(
        Goal.atMost("cost per fire among many ÷ among few ≤ 1.5", ratio(), 1.5),
        Goal.atMost("p99 of lateness among many ≤ 2,000 ms", many.lateness().p99(), 2_000),
        Goal.none("due and not fired", 2L * due - few.fired() - many.fired()),
        Goal.none("fired twice", few.again() + many.again()));
  }

  boolean complete() {
    return few.fired() == due && many.fired() == due;
  }

  String describe() {
    TextTable table = SchedulesRound.table();
    few.row(table);
    many.row(table);
    return table.render() + "\n" + Goal.describe(goals());
  }
}
