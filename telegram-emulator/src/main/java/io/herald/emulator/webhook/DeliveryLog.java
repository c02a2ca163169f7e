package io.herald.emulator.webhook;

import io.herald.emulator.update.Update;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What became of each update: its attempts and when it was acknowledged. Keeps the newest ones. */
public final class DeliveryLog {
  private static final int MOST_ATTEMPTS = 50;

  /**
   * One request to the webhook.
   *
   * @param status 0 if there was no answer
   */
  public record Attempt(long atMs, long durationMs, int status, @Nullable String error) {}

  /** State of an update. */
  public enum State {
    PENDING,
    DELIVERED,
    EXPIRED,
    DROPPED
  }

  /**
   * One update. Only the newest attempts are kept, all are counted.
   *
   * @param acknowledgedMs 0 until then
   */
  public record Delivery(
      long seq,
      long bot,
      int updateId,
      String kind,
      String queue,
      long createdMs,
      State state,
      long acknowledgedMs,
      List<Attempt> attempts) {

    Delivery with(State newState, long nowMs) {
      return new Delivery(seq, bot, updateId, kind, queue, createdMs, newState, nowMs, attempts);
    }

    Delivery and(Attempt attempt) {
      List<Attempt> all = new ArrayList<>(attempts);
      if (all.size() == MOST_ATTEMPTS) {
        all.removeFirst();
      }
      all.add(attempt);
      return new Delivery(
          seq, bot, updateId, kind, queue, createdMs, state, acknowledgedMs, List.copyOf(all));
    }
  }

  /** Totals since the last reset. */
  public record Totals(long attempts, long failures, long delivered, long expired) {}

  private record Key(long bot, int updateId) {}

  private final int capacity;
  private final TreeMap<Long, Delivery> deliveries = new TreeMap<>();
  private final Map<Key, Long> seqs = new HashMap<>();
  private final List<Key> acknowledged = new ArrayList<>();
  private long lastSeq;
  private long attempts;
  private long failures;
  private long delivered;
  private long expired;

  public DeliveryLog(int capacity) {
    this.capacity = capacity;
  }

  public synchronized void created(Update update) {
    Delivery delivery =
        new Delivery(
            ++lastSeq,
            update.bot(),
            update.id(),
            update.kind(),
            update.queue().toString(),
            update.createdMs(),
            State.PENDING,
            0,
            List.of());
    deliveries.put(delivery.seq, delivery);
    seqs.put(new Key(update.bot(), update.id()), delivery.seq);
    if (deliveries.size() > capacity) {
      Delivery oldest = deliveries.pollFirstEntry().getValue();
      seqs.remove(new Key(oldest.bot, oldest.updateId), oldest.seq);
    }
  }

  synchronized void attempted(Update update, Attempt attempt) {
    attempts++;
    if (attempt.error != null) {
      failures++;
    }
    change(update, delivery -> delivery.and(attempt));
  }

  /** Confirmed by a 2xx or by getUpdates. */
  public synchronized void delivered(Update update, long nowMs) {
    delivered++;
    if (acknowledged.size() < capacity) {
      acknowledged.add(new Key(update.bot(), update.id()));
    }
    change(update, delivery -> delivery.with(State.DELIVERED, nowMs));
  }

  synchronized void expired(Update update) {
    expired++;
    change(update, delivery -> delivery.with(State.EXPIRED, 0));
  }

  synchronized void dropped(Update update) {
    change(update, delivery -> delivery.with(State.DROPPED, 0));
  }

  private void change(Update update, UnaryOperator<Delivery> change) {
    Long seq = seqs.get(new Key(update.bot(), update.id()));
    if (seq != null) {
      deliveries.computeIfPresent(seq, (key, delivery) -> change.apply(delivery));
    }
  }

  public synchronized List<Delivery> since(long seq, int limit, Predicate<Delivery> filter) {
    return deliveries.tailMap(seq, false).values().stream().filter(filter).limit(limit).toList();
  }

  public synchronized long lastSeq() {
    return lastSeq;
  }

  public synchronized long oldestSeq() {
    return deliveries.isEmpty() ? lastSeq + 1 : deliveries.firstKey();
  }

  /** Ids in order of acknowledgement; null: of every bot. */
  public synchronized List<Integer> acknowledged(@Nullable Long bot) {
    return acknowledged.stream()
        .filter(key -> bot == null || key.bot == bot)
        .map(Key::updateId)
        .toList();
  }

  public synchronized Totals totals() {
    return new Totals(attempts, failures, delivered, expired);
  }

  public synchronized void clear() {
    deliveries.clear();
    seqs.clear();
    acknowledged.clear();
    attempts = 0;
    failures = 0;
    delivered = 0;
    expired = 0;
  }
}
