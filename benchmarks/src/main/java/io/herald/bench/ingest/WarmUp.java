package io.herald.bench.ingest;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides how long a subject is loaded before it counts. On two busy cores a JVM needs anything
 * from five to thirty seconds until its compilers are done, so a fixed time would measure the
 * compilers of whoever is unlucky.
 */
final class WarmUp {
  private static final int STEP_SECONDS = 5;
  private static final int MOST = 4;
  private static final double STILL_RISING = 1.05;

  private final int leastSeconds;
  private final List<Double> steps = new ArrayList<>();

  WarmUp(int leastSeconds) {
    this.leastSeconds = leastSeconds;
  }

  int stepSeconds() {
    return Math.min(STEP_SECONDS, leastSeconds);
  }

  void add(double updatesPerSecond) {
    steps.add(updatesPerSecond);
  }

  boolean goesOn() {
    int spent = steps.size() * stepSeconds();
    return spent < leastSeconds || (spent < MOST * leastSeconds && isRising());
  }

  private boolean isRising() {
    return steps.size() < 2 || steps.getLast() > STILL_RISING * steps.get(steps.size() - 2);
  }

  /** Updates per second of each step so far. */
  List<Double> steps() {
    return List.copyOf(steps);
  }
}
