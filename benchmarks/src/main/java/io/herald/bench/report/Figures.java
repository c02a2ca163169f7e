package io.herald.bench.report;

import java.util.Arrays;

/** Arithmetic on measured values. NaN stands for "not measured". */
public final class Figures {
  private Figures() {}

  /** The middle value, or the mean of the two in the middle; NaN of nothing. */
  public static double median(double... values) {
    if (values.length == 0) {
      return Double.NaN;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /**
   * The smallest value that at least this part (0 to 1) of all values does not exceed; NaN of
   * nothing.
   */
  public static double percentile(double part, double... values) {
    if (values.length == 0) {
      return Double.NaN;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(part * sorted.length);
    return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)];
  }

  /** NaN when either is not measured or the divisor is zero. */
  public static double ratio(double value, double of) {
    return of == 0 ? Double.NaN : value / of;
  }
}
