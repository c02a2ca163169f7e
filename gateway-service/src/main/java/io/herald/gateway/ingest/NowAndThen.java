package io.herald.gateway.ingest;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Is due at first, and then once in every interval, whoever asks. */
final class NowAndThen {

  private final long interval;
  private final LongSupplier nanoTime;
  private final AtomicLong last;

  NowAndThen(Duration interval, LongSupplier nanoTime) {
    this.interval = interval.toNanos();
    this.nanoTime = nanoTime;
    this.last = new AtomicLong(nanoTime.getAsLong() - this.interval);
  }

  boolean isDue() {
    long now = nanoTime.getAsLong();
    long before = last.get();
    return now - before >= interval && last.compareAndSet(before, now);
  }
}
