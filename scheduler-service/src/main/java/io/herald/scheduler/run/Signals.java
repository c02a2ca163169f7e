package io.herald.scheduler.run;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What reaches a running job from elsewhere: that it is to end, and how far its program is. */
final class Signals {

  private static final Object CHANGED = new Object();

  private final LinkedBlockingQueue<Object> waiting = new LinkedBlockingQueue<>();
  private final AtomicReference<Report.@Nullable Progress> progress = new AtomicReference<>();
  private final AtomicReference<@Nullable Why> why = new AtomicReference<>();

  /** It is to end, or has; of several reasons the first counts. */
  void end(Why reason) {
    if (why.compareAndSet(null, reason)) {
      waiting.add(CHANGED);
    }
  }

  /** Why it is to end; null: it is not. */
  @Nullable Why why() {
    return why.get();
  }

  /** Its program told how far it is. What was not read yet is replaced. */
  void progress(Report.Progress later) {
    if (progress.getAndUpdate(before -> Report.Progress.merged(before, later)) == null) {
      waiting.add(CHANGED);
    }
  }

  /** How far it is, once; null: nothing new. */
  Report.@Nullable Progress takeProgress() {
    return progress.getAndSet(null);
  }

  /** Whether there is something new of that. */
  boolean hasProgress() {
    return progress.get() != null;
  }

  /** Waits until something changes, or for that long. */
  void await(Duration longest) {
    try {
      if (longest.isPositive()) {
        waiting.poll(longest.toNanos(), TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException e) {
      end(Why.SHUTDOWN);
    }
  }
}
