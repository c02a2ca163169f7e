package io.herald.runtime.log;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Is due at first, and then once in every interval, whoever asks. */
public final class NowAndThen {

  private final long interval;
  private final LongSupplier nanoTime;
  private final AtomicLong last;

  /**
   * @param interval shortest time between two lines
   * @param nanoTime a clock that only goes forward, in nanoseconds
   */
  public NowAndThen(Duration interval, LongSupplier nanoTime) {
    this.interval = interval.toNanos();
    this.nanoTime = nanoTime;
    this.last = new AtomicLong(nanoTime.getAsLong() - this.interval);
  }

  /** Whether the line is due; true for one asker an interval. */
  public boolean isDue() {
    long now = nanoTime.getAsLong();
    long before = last.get();
    return now - before >= interval && last.compareAndSet(before, now);
  }
}
