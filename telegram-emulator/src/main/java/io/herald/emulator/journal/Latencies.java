package io.herald.emulator.journal;

import java.util.Arrays;

/** The newest measured times, exact. */
public final class Latencies {
  private static final int INITIAL = 1_024;

  /** Milliseconds; all 0 if nothing was measured. */
  public record Summary(long count, double p50, double p90, double p99, double max) {}

  private final int capacity;
  private float[] millis = new float[INITIAL];
  private long count;

  public Latencies(int capacity) {
    this.capacity = capacity;
  }

  public synchronized void add(double newMillis) {
    if (count == millis.length && millis.length < capacity) {
      millis = Arrays.copyOf(millis, Math.min(capacity, millis.length * 2));
    }
    millis[(int) (count++ % millis.length)] = (float) newMillis;
  }

  public synchronized void clear() {
    count = 0;
    millis = new float[INITIAL];
  }

  public Summary summary() {
    float[] sorted;
    long total;
    synchronized (this) {
      total = count;
      sorted = Arrays.copyOf(millis, (int) Math.min(count, millis.length));
    }
    if (sorted.length == 0) {
      return new Summary(0, 0, 0, 0, 0);
    }
    Arrays.sort(sorted);
    return new Summary(total, at(sorted, 0.5), at(sorted, 0.9), at(sorted, 0.99), at(sorted, 1.0));
  }

  /** Nearest rank, rounded to microseconds. */
  private static double at(float[] sorted, double quantile) {
    int index = (int) Math.ceil(quantile * sorted.length) - 1;
    return Math.round(sorted[Math.max(0, index)] * 1_000.0) / 1_000.0;
  }
}
