package io.herald.telegram.flood;

/** Counts the calls of the last 8 to 16 seconds. Times in microseconds. */
final class RateWindow {

  static final long LENGTH = 8_000_000;
  private static final long SECOND = 1_000_000;

  private long began;
  private long count;
  private long beganBefore;
  private long countBefore;

  void count(long now) {
    if (now - began >= 2 * LENGTH) {
      restart(now);
    } else if (now - began >= LENGTH) {
      beganBefore = began;
      countBefore = count;
      began = now;
      count = 0;
    }
    count++;
  }

  void restart(long moment) {
    began = moment;
    count = 0;
    beganBefore = 0;
    countBefore = 0;
  }

  /**
   * Calls per 1000 s that a server let through which has just run dry. Its bucket, taken to hold a
   * second's worth, was full when we began after a pause, so that much came on top.
   */
  long measured(long now) {
    return total() * 1_000 * SECOND / (length(now) + SECOND);
  }

  /** Calls per 1000 s lately. */
  long rate(long now) {
    return now - began >= 2 * LENGTH ? 0 : total() * 1_000 * SECOND / Math.max(SECOND, length(now));
  }

  private long total() {
    return count + countBefore;
  }

  private long length(long now) {
    return Math.max(0, now - (beganBefore == 0 ? began : beganBefore));
  }
}
