package io.herald.bench.learning;

import static io.herald.bench.report.TextTable.number;

import io.herald.bench.report.Goal;
import io.herald.bench.report.TextTable;
import io.herald.bench.run.Machine;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** All that a run of the benchmark found out; written as JSON as it is. */
record LearningResult(
    Instant at,
    Machine machine,
    LearningOptions options,
    LearningFigures figures,
    List<Goal> goals) {

  static LearningResult of(
      Instant at, Machine machine, LearningOptions options, LearningFigures figures) {
    int limited = options.limitedSeconds();
    double share = figures.shareOfLower();
    List<Goal> goals =
        List.of(
            Goal.atMost("429s in the whole run ≤ 15", figures.refused(), 15),
            new Goal(
                "second %d to %d: ≥ 95 %% of 20/s".formatted(limited / 2, limited),
                number(100 * share, 1) + " %",
                share >= LearningFigures.ENOUGH),
            Goal.atMost("≥ 95 % of 30/s, s after its return ≤ 60", figures.secondsToFull(), 60));
    return new LearningResult(at, machine, options, figures, goals);
  }

  String describe() {
    return String.format(
        """

        %s
        one worker told %s; Telegram takes %s for %d s, then %s for %d s

        %s
        429s: %d at %s, %d afterwards. From the first 5 s at 95 %% of %s on: %s %% of it.

        %s\
        """,
        machine.describe(),
        Rates.perSecond(Rates.FULL),
        Rates.perSecond(Rates.LOWER),
        options.limitedSeconds(),
        Rates.perSecond(Rates.FULL),
        options.returnedSeconds(),
        table(),
        figures.refusedWhileLimited(),
        Rates.perSecond(Rates.LOWER),
        figures.refused() - figures.refusedWhileLimited(),
        Rates.perSecond(Rates.FULL),
        number(100 * figures.shareOfFull(), 1),
        Goal.describe(goals));
  }

  private String table() {
    TextTable table = new TextTable("until second", "Telegram takes", "messages/s", "learned rate");
    for (int end = Throughput.WINDOW; end <= options.seconds(); end += Throughput.WINDOW) {
      boolean limited = end <= options.limitedSeconds();
      table.row(
          Integer.toString(end),
          Rates.perSecond(limited ? Rates.LOWER : Rates.FULL),
          number(figures.throughput().mean(end - Throughput.WINDOW, end), 1),
          learnedAt(end));
    }
    return table.render();
  }

  private String learnedAt(int second) {
    String rates =
        figures.learned().stream()
            .filter(rate -> rate.second() == second)
            .flatMap(rate -> rate.series().values().stream())
            .map(value -> number(value, 1))
            .collect(Collectors.joining(" "));
    return rates.isEmpty() ? "–" : rates;
  }
}
