package io.herald.bench.learning;

import java.util.stream.IntStream;

/**
 * Messages that were accepted, second by second.
 *
 * @param perSecond from the start of the run on
 */
record Throughput(int[] perSecond) {
  /** What a figure of throughput is averaged over. */
  static final int WINDOW = 5;

  /** Counts what was accepted before the end; what came before the start is left out. */
  static Throughput of(long startMs, int seconds, long[] acceptedMs) {
    int[] perSecond = new int[seconds];
    for (long atMs : acceptedMs) {
      long second = Math.floorDiv(atMs - startMs, 1_000L);
      if (second >= 0 && second < seconds) {
        perSecond[(int) second]++;
      }
    }
    return new Throughput(perSecond);
  }

  /** Messages per second between two seconds, the latter excluded; NaN of nothing. */
  double mean(int from, int to) {
    return IntStream.range(from, Math.min(to, perSecond.length))
        .map(second -> perSecond[second])
        .average()
        .orElse(Double.NaN);
  }

  /**
   * Seconds from {@code from} until the end of the first whole window with at least that mean; NaN
   * when there is none.
   */
  double secondsUntil(int from, double rate) {
    return IntStream.rangeClosed(from, perSecond.length - WINDOW)
        .filter(start -> mean(start, start + WINDOW) >= rate)
        .mapToDouble(start -> start + WINDOW - from)
        .findFirst()
        .orElse(Double.NaN);
  }
}
