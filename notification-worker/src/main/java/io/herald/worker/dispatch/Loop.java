package io.herald.worker.dispatch;

import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;
import reactor.util.concurrent.Queues;

/** One thread, a clock and a timer: whatever runs in it never runs at once. */
public final class Loop implements Disposable {

  private static final Logger log = LoggerFactory.getLogger(Loop.class);

  private final Queue<Runnable> tasks = Queues.<Runnable>unboundedMultiproducer().get();
  private final AtomicInteger waiting = new AtomicInteger();
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

  /** Runs the task soon. Those that come in while the thread is at work share one wake-up. */
  void run(Runnable task) {
    tasks.add(task);
    if (waiting.getAndIncrement() == 0) {
      thread.schedule(this::drain);
    }
  }

  /** Runs the task within a millisecond, together with others that come in until then. */
  void runSoon(Runnable task) {
    tasks.add(task);
    if (waiting.getAndIncrement() == 0) {
      thread.schedule(this::drain, 1, TimeUnit.MILLISECONDS);
    }
  }

  private void drain() {
    int left;
    do {
      Runnable task;
      int taken = 0;
      while ((task = tasks.poll()) != null) {
        guarded(task);
        taken++;
      }
      left = waiting.addAndGet(-taken);
    } while (left != 0);
  }

  void at(long millis, Runnable task) {
    thread.schedule(() -> guarded(task), Math.max(1, millis - now()), TimeUnit.MILLISECONDS);
  }

  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (Throwable e) {
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
