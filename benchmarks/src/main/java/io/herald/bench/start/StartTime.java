package io.herald.bench.start;

import io.herald.bench.report.Figures;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How long a start took.
 *
 * @param seconds until readiness answered 200, asked every 50 ms
 * @param cpuSeconds processor time of all its threads until then; unlike the first it hardly
 *     depends on who else uses the machine
 */
record StartTime(double seconds, double cpuSeconds) {

  /** Figure by figure. */
  static StartTime median(List<StartTime> times) {
    return new StartTime(median(times, StartTime::seconds), median(times, StartTime::cpuSeconds));
  }

  private static double median(List<StartTime> times, ToDoubleFunction<StartTime> figure) {
    return Figures.median(times.stream().mapToDouble(figure).toArray());
  }
}
