package io.herald.telegram.flood;

import java.time.Duration;

/**
 * So many in a period.
 *
 * @param count how many, at least 1
 * @param period longer than nothing
 */
public record Pace(int count, Duration period) {

  public Pace {
    if (count < 1 || period.toMillis() < 1) {
      throw new IllegalArgumentException("a pace is at least one in a millisecond or longer");
    }
  }

  long periodMicros() {
    return period.toMillis() * 1_000;
  }

  /** From one to the next, in microseconds, rounded up: never faster than said. */
  long intervalMicros() {
    return (periodMicros() + count - 1) / count;
  }

  /** How many in 1000 s, rounded down, at least 1. */
  long perThousandSeconds() {
    return Math.max(1, count * 1_000_000L / period.toMillis());
  }
}
