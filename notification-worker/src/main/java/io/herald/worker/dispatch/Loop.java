package io.herald.worker.dispatch;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

/** One thread, a clock and a timer: whatever runs in it never runs at once. */
public final class Loop implements Disposable {

  private static final Logger log = LoggerFactory.getLogger(Loop.class);

  private final Scheduler scheduler;
  private final Scheduler.Worker thread;

  /** A loop on a thread of that scheduler, with its time. */
  public Loop(Scheduler scheduler) {
    this.scheduler = scheduler;
    this.thread = scheduler.createWorker();
  }

  /** Milliseconds since the epoch. */
  public long now() {
    return scheduler.now(TimeUnit.MILLISECONDS);
  }

  void run(Runnable task) {
    thread.schedule(() -> guarded(task));
  }

  void at(long millis, Runnable task) {
    thread.schedule(() -> guarded(task), Math.max(1, millis - now()), TimeUnit.MILLISECONDS);
  }

  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      // A bug: one message may be stuck until the next assignment, the others go on.
      log.error("The dispatcher's loop met an error and goes on", e);
    }
  }

  @Override
  public void dispose() {
    thread.dispose();
    scheduler.dispose();
  }
}
