package io.herald.bench.load;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides how long a subject is loaded before it counts. On two busy cores a JVM needs anything
 * from five to thirty seconds until its compilers are done, so a fixed time would measure the
 * compilers of whoever is unlucky.
 */
public final class WarmUp {
  private static final int STEP_SECONDS = 5;
  private static final int MOST = 4;
  private static final double STILL_RISING = 1.05;

  private final int leastSeconds;
  private final List<Double> steps = new ArrayList<>();

  /** At least that long, and at most four times as long. */
  public WarmUp(int leastSeconds) {
    this.leastSeconds = leastSeconds;
  }

  /** How long the next step is to take. */
  public int stepSeconds() {
    return Math.min(STEP_SECONDS, leastSeconds);
  }

  /** What a step has reached, a second. */
  public void add(double perSecond) {
    steps.add(perSecond);
  }

  /** Whether there is to be another step. */
  public boolean goesOn() {
    int spent = steps.size() * stepSeconds();
    return spent < leastSeconds || (spent < MOST * leastSeconds && isRising());
  }

  private boolean isRising() {
    return steps.size() < 2 || steps.getLast() > STILL_RISING * steps.get(steps.size() - 2);
  }

  /** What each step so far has reached, a second. */
  public List<Double> steps() {
    return List.copyOf(steps);
  }
}
