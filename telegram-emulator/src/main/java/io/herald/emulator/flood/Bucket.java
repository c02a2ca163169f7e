package io.herald.emulator.flood;

/** A token bucket over milliseconds; its arithmetic depends on nothing but its arguments. */
final class Bucket {
  private double tokens;
  private long filledMs;

  Bucket(int capacity, long nowMs) {
    tokens = capacity;
    filledMs = nowMs;
  }

  /** Milliseconds until one message may pass; 0 if it may now. Takes nothing. */
  long waitMs(Limit limit, int capacity, long nowMs) {
    refill(limit, capacity, nowMs);
    if (tokens >= 1) {
      return 0;
    }
    return (long) Math.ceil((1 - tokens) * limit.periodMs() / limit.count());
  }

  void take() {
    tokens -= 1;
  }

  private void refill(Limit limit, int capacity, long nowMs) {
    long passed = Math.max(0, nowMs - filledMs);
    tokens = Math.min(capacity, tokens + (double) passed * limit.count() / limit.periodMs());
    filledMs = nowMs;
  }

  boolean isIdleSince(long ms) {
    return filledMs < ms;
  }
}
