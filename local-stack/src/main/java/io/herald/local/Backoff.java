package io.herald.local;

import java.time.Duration;

/**
 * How long to wait before a part that ended on its own is started again: 1, 2, 4 … 30 s, and from
 * the start after a calm minute.
 */
final class Backoff {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofSeconds(30);
  private static final Duration CALM = Duration.ofMinutes(1);

  private Duration next = FIRST;

  /**
   * The wait before the next start.
   *
   * @param lived how long the part had been running
   */
  Duration after(Duration lived) {
    Duration wait = lived.compareTo(CALM) >= 0 ? FIRST : next;
    Duration doubled = wait.multipliedBy(2);
    next = doubled.compareTo(MOST) > 0 ? MOST : doubled;
    return wait;
  }
}
