package io.herald.emulator.update;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The updates that a bot has not confirmed yet, by id. */
public final class UpdateQueue {
  private static final long WEEK_MS = 7 * 24 * 3_600_000L;

  private final TreeMap<Integer, Update> pending = new TreeMap<>();
  private int nextId;
  private long lastMs;

  /** Ids follow each other, from a random start that is chosen anew after a week of silence. */
  synchronized Update add(long nowMs, IntFunction<Update> create) {
    if (nextId == 0 || nowMs - lastMs > WEEK_MS) {
      nextId = ThreadLocalRandom.current().nextInt(100_000_000, 900_000_000);
    }
    lastMs = nowMs;
    Update update = create.apply(nextId);
    nextId = Math.max(nextId, update.id()) + 1;
    pending.put(update.id(), update);
    return update;
  }

  public synchronized boolean remove(int id) {
    return pending.remove(id) != null;
  }

  /** The first update above an id, null if there is none. */
  public synchronized @Nullable Update after(int id) {
    Map.Entry<Integer, Update> next = pending.higherEntry(id);
    return next == null ? null : next.getValue();
  }

  public synchronized int size() {
    return pending.size();
  }

  /** Forgets everything and returns it. */
  public synchronized List<Update> clear() {
    List<Update> dropped = new ArrayList<>(pending.values());
    pending.clear();
    return dropped;
  }

  /** Forgets what is below an offset (or all but the newest ones, if it is negative). */
  synchronized List<Update> confirm(int offset) {
    List<Update> confirmed = new ArrayList<>();
    while (!pending.isEmpty() && isConfirmed(offset)) {
      confirmed.add(pending.pollFirstEntry().getValue());
    }
    return confirmed;
  }

  private boolean isConfirmed(int offset) {
    return offset >= 0 ? pending.firstKey() < offset : pending.size() > -offset;
  }

  /** The oldest updates that still live. */
  synchronized List<Update> first(int limit, long nowMs) {
    pending.values().removeIf(update -> update.expiresMs() < nowMs);
    return pending.values().stream().limit(limit).toList();
  }
}
