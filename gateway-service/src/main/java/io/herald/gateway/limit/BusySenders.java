package io.herald.gateway.limit;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Tells, without asking anybody, whether a sender is so busy that its shared bucket is worth a
 * round trip. It counts by hash within the current second: a collision costs a round trip, never a
 * refusal.
 */
final class BusySenders {

  private static final int SLOTS = 1 << 14;

  private final int threshold;
  private final LongSupplier clockSeconds;
  private final AtomicIntegerArray counts = new AtomicIntegerArray(SLOTS);
  private final AtomicLong second = new AtomicLong();

  /**
   * @param threshold requests a second from which a sender counts as busy
   * @param clockSeconds the current second of any clock that goes forward
   */
  BusySenders(int threshold, LongSupplier clockSeconds) {
    this.threshold = threshold;
    this.clockSeconds = clockSeconds;
  }

  boolean isBusy(long sender) {
    return isBusy(sender, 1);
  }

  boolean isBusy(long sender, int count) {
    long now = clockSeconds.getAsLong();
    long counted = second.get();
    if (now != counted && second.compareAndSet(counted, now)) {
      for (int slot = 0; slot < SLOTS; slot++) {
        counts.set(slot, 0);
      }
    }
    return counts.addAndGet(Long.hashCode(sender * 0x9E3779B97F4A7C15L) & (SLOTS - 1), count)
        > threshold;
  }
}
