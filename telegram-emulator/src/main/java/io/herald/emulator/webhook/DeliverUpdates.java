package io.herald.emulator.webhook;

import io.herald.emulator.update.Bot;
import io.herald.emulator.update.QueueKey;
import io.herald.emulator.update.Update;
import io.herald.emulator.update.UpdateConsumer;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import reactor.core.scheduler.Scheduler;

/**
 * Takes a bot's updates to its webhook. One update of a queue is in flight at a time; at most twice
 * as many queues as connections are looked at, so that many failing chats stall the bot.
 */
final class DeliverUpdates implements UpdateConsumer {
  private static final int SHORTEST_LAST_STEP_SECONDS = 60;

  /** One delivery queue: its head is in flight, ready, or waiting for a retry. */
  private static final class Lane {
    final Deque<Update> updates = new ArrayDeque<>();
    RetryState retry = RetryState.FRESH;
  }

  private final Bot bot;
  private final WebhookCall call;
  private final int maxConnections;
  private final Clock clock;
  private final Scheduler timer;
  private final DoubleSupplier timeScale;
  private final DeliveryListener listener;
  private final Map<QueueKey, Lane> lanes = new HashMap<>();
  private final Set<Integer> placed = new HashSet<>();
  private final Deque<Lane> ready = new ArrayDeque<>();
  private int inFlight;
  private int loadedId = Integer.MIN_VALUE;
  private boolean closed;

  DeliverUpdates(
      Bot bot, WebhookCall call, int maxConnections, DeliveryTime time, DeliveryListener listener) {
    this.bot = bot;
    this.call = call;
    this.maxConnections = maxConnections;
    this.clock = time.clock();
    this.timer = time.timer();
    this.timeScale = time.scale();
    this.listener = listener;
  }

  @Override
  public void updateArrived(Update update) {
    synchronized (this) {
      // A raw update may repeat an old id; loading goes by id and would pass it by. But it may also
      // have been loaded, and even delivered, before it was announced here.
      if (update.id() <= loadedId && !placed.contains(update.id()) && isWaiting(update)) {
        place(update);
      }
    }
    start();
  }

  private boolean isWaiting(Update update) {
    Update waiting = bot.updates().after(update.id() - 1);
    return waiting != null && waiting.id() == update.id();
  }

  void start() {
    List<Lane> starting = new ArrayList<>();
    synchronized (this) {
      load();
      takeReady(starting);
    }
    starting.forEach(this::send);
  }

  /** Stops sending; what is in flight may still arrive. */
  synchronized void close() {
    closed = true;
    call.close();
  }

  private void load() {
    while (!closed && lanes.size() < 2 * maxConnections) {
      Update next = bot.updates().after(loadedId);
      if (next == null) {
        return;
      }
      loadedId = next.id();
      place(next);
    }
  }

  private void place(Update update) {
    Lane lane = lanes.computeIfAbsent(update.queue(), fresh -> new Lane());
    lane.updates.add(update);
    placed.add(update.id());
    if (lane.updates.size() == 1) {
      ready.add(lane);
    }
  }

  private void takeReady(List<Lane> starting) {
    while (!closed && inFlight < maxConnections && !ready.isEmpty()) {
      starting.add(ready.remove());
      inFlight++;
    }
  }

  private void send(Lane lane) {
    Update update = lane.updates.element();
    Attempt attempt = new Attempt(clock.millis(), System.nanoTime());
    call.post(update).subscribe(answer -> answered(lane, update, attempt, answer));
  }

  /** When an attempt began. */
  private record Attempt(long atMs, long nanos) {
    long durationMs() {
      return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }
  }

  private void answered(Lane lane, Update update, Attempt attempt, WebhookAnswer answer) {
    listener.attempted(update, attempt.atMs(), attempt.durationMs(), answer);
    if (answer.isDelivered()) {
      if (bot.updates().remove(update.id())) {
        listener.delivered(bot, update, answer);
      }
    }
    List<Lane> starting = new ArrayList<>();
    synchronized (this) {
      inFlight--;
      if (answer.isDelivered()) {
        next(lane, update);
      } else {
        retry(lane, update, answer);
      }
      load();
      takeReady(starting);
    }
    starting.forEach(this::send);
  }

  private void next(Lane lane, Update done) {
    lane.updates.remove();
    placed.remove(done.id());
    lane.retry = RetryState.FRESH;
    if (lane.updates.isEmpty()) {
      lanes.remove(done.queue());
    } else {
      ready.add(lane);
    }
  }

  private void retry(Lane lane, Update update, WebhookAnswer answer) {
    RetryState state = lane.retry.failed(answer.retryAfterSeconds(), this::lastStep);
    long waitMs = (long) (state.waitSeconds() * 1_000L * timeScale.getAsDouble());
    if (clock.millis() + waitMs > update.expiresMs()) {
      bot.updates().remove(update.id());
      listener.expired(update);
      next(lane, update);
      return;
    }
    lane.retry = state;
    if (waitMs == 0) {
      ready.add(lane);
    } else if (!closed) {
      timer.schedule(() -> wake(lane), waitMs, TimeUnit.MILLISECONDS);
    }
  }

  private int lastStep() {
    return ThreadLocalRandom.current()
        .nextInt(SHORTEST_LAST_STEP_SECONDS, 2 * SHORTEST_LAST_STEP_SECONDS + 1);
  }

  private void wake(Lane lane) {
    synchronized (this) {
      ready.add(lane);
    }
    start();
  }
}
