package io.herald.emulator.bulk;

import io.herald.emulator.chat.ConversationKey;
import io.herald.emulator.conversation.UserActions;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import reactor.core.scheduler.Scheduler;

/** Makes the updates of a run, a batch at a time on a thread of its own. */
public final class GenerateUpdates {
  private static final int BATCH = 500;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
  private static final int MOST_PENDING = 20_000;

  private final Clock clock;
  private final Scheduler worker;
  private final UserActions users;
  private final BulkRuns runs;

  public GenerateUpdates(Clock clock, Scheduler worker, UserActions users, BulkRuns runs) {
    this.clock = clock;
    this.worker = worker;
    this.users = users;
    this.runs = runs;
  }

  /** Starts a run and returns at once. */
  public BulkRun start(BulkOrder order) {
    BulkRun run = runs.open(order);
    worker.schedule(() -> batch(run, 1, System.nanoTime()));
    return run;
  }

  private void batch(BulkRun run, int first, long startNanos) {
    BulkOrder order = run.order();
    int number = first;
    while (number <= order.count() && number < first + BATCH && !run.isStopped()) {
      boolean early = System.nanoTime() - startNanos < order.dueNanos(number);
      boolean full = order.rate() == 0 && order.bot().updates().size() > MOST_PENDING;
      if (early || full) {
        break;
      }
      type(run, order, number++);
    }
    int next = number;
    if (next <= order.count() && !run.isStopped()) {
      long pause = next == first + BATCH ? 0 : PAUSE_NANOS;
      worker.schedule(() -> batch(run, next, startNanos), pause, TimeUnit.NANOSECONDS);
    }
  }

  private void type(BulkRun run, BulkOrder order, int number) {
    long user = order.user(number);
    long chat = order.chat() == 0 ? user : order.chat();
    runs.own(ConversationKey.of(order.bot().id(), chat), run);
    users.type(
        new UserActions.Typed(
            order.bot(), user, chat, order.text(number), List.of(), 0, 0, run.id()));
    run.created(clock.millis());
  }
}
