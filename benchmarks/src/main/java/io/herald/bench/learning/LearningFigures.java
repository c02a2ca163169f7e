package io.herald.bench.learning;

import io.herald.bench.report.Figures;
import java.util.List;

/**
 * How the worker followed.
 *
 * @param refusedWhileLimited calls that were answered with 429 at the lower rate
 * @param refused the same in the whole run
 * @param shareOfLower throughput in the second half of the limited time, as a part of the lower
 *     rate
 * @param secondsToFull from Telegram's return to the full rate until the end of the first five
 *     seconds with at least 95 % of it; NaN when that did not happen
 * @param shareOfFull throughput from then to the end, as a part of the full rate
 */
record LearningFigures(
    Throughput throughput,
    long refusedWhileLimited,
    long refused,
    double shareOfLower,
    double secondsToFull,
    double shareOfFull,
    List<LearnedRate> learned) {
  static final double ENOUGH = 0.95;

  static LearningFigures of(
      LearningOptions options,
      Throughput throughput,
      long refusedWhileLimited,
      long refused,
      List<LearnedRate> learned) {
    int limited = options.limitedSeconds();
    double secondsToFull = throughput.secondsUntil(limited, ENOUGH * Rates.FULL);
    double rateAfterwards =
        Double.isNaN(secondsToFull)
            ? Double.NaN
            : throughput.mean(limited + (int) secondsToFull, options.seconds());
    return new LearningFigures(
        throughput,
        refusedWhileLimited,
        refused,
        Figures.ratio(throughput.mean(limited / 2, limited), Rates.LOWER),
        secondsToFull,
        Figures.ratio(rateAfterwards, Rates.FULL),
        List.copyOf(learned));
  }
}
