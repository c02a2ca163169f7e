package io.herald.bench.start;

import static io.herald.bench.report.TextTable.number;

import io.herald.bench.report.Goal;
import io.herald.bench.report.TextTable;
import java.util.List;

/**
 * Both ways of starting a service, medians.
 *
 * @param plain {@code java -jar}, as it is built
 * @param trained as image and unit do it
 */
record StartResult(String service, StartTime plain, StartTime trained) {

  private static final double GOAL_SECONDS = 4;

  private Goal goal() {
    String text = service + " is ready within " + number(GOAL_SECONDS, 0) + " s";
    return Goal.atMost(text, trained.seconds(), GOAL_SECONDS);
  }

  static List<Goal> goals(List<StartResult> results) {
    return results.stream().map(StartResult::goal).toList();
  }

  static String describe(List<StartResult> results) {
    TextTable table =
        new TextTable("seconds to readiness", "java -jar", "its CPU", "with cache", "its CPU");
    results.forEach(each ->
        table.row(
            each.service,
            number(each.plain.seconds(), 1),
            number(each.plain.cpuSeconds(), 1),
            number(each.trained.seconds(), 1),
            number(each.trained.cpuSeconds(), 1)));
    return table.render() + "\n" + Goal.describe(goals(results));
  }
}
