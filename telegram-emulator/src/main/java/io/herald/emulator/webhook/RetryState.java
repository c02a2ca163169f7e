package io.herald.emulator.webhook;

import java.util.function.IntSupplier;

/**
 * The arithmetic of waiting between two attempts: at once, then 2, 4, 8, 16, 32 s, then 60–120 s. A
 * wish of the receiver ({@code Retry-After}) replaces one wait and leaves the back-off where it is.
 *
 * @param failures attempts that failed
 * @param delaySeconds the last step of the back-off
 * @param waitSeconds until the next attempt
 */
record RetryState(int failures, int delaySeconds, int waitSeconds) {
  static final RetryState FRESH = new RetryState(0, 1, 0);
  static final int LONGEST_WISH_SECONDS = 3_600;

  /**
   * The state after one more failure.
   *
   * @param retryAfterSeconds the receiver's wish, 0 if it has none
   * @param longestSeconds chooses the upper end of the back-off, 60–120
   */
  RetryState failed(int retryAfterSeconds, IntSupplier longestSeconds) {
    int wish = Math.clamp(retryAfterSeconds, 0, LONGEST_WISH_SECONDS);
    if (wish > 0 || failures == 0) {
      return new RetryState(failures + 1, delaySeconds, wish);
    }
    int next = Math.min(longestSeconds.getAsInt(), delaySeconds * 2);
    return new RetryState(failures + 1, next, next);
  }
}
