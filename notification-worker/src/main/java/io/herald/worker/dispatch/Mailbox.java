package io.herald.worker.dispatch;

import io.herald.model.topic.Lane;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one chat of one bot. One message of a chat is under way at a time; within a lane
 * they keep their order, and an urgent lane goes before the others.
 */
final class Mailbox {

  private final String key;
  private final String bot;
  private final Map<Lane, Line> lines = new EnumMap<>(Lane.class);
  private @Nullable Entry underWay;
  private long heldUntil;

  Mailbox(String key, String bot) {
    this.key = key;
    this.bot = bot;
  }

  String key() {
    return key;
  }

  String bot() {
    return bot;
  }

  Line line(Lane lane) {
    return lines.computeIfAbsent(lane, it -> new Line(this, it));
  }

  Iterable<Line> lines() {
    return lines.values();
  }

  boolean isEmpty() {
    return underWay == null && lines.values().stream().allMatch(Line::isEmpty);
  }

  boolean isBusy() {
    return underWay != null;
  }

  boolean isBusyWith(Entry entry) {
    return underWay == entry;
  }

  void begin(Entry entry) {
    underWay = entry;
  }

  void end() {
    underWay = null;
  }

  /** The whole chat gets nothing until then. */
  void holdUntil(long millis) {
    heldUntil = Math.max(heldUntil, millis);
  }

  /** When the line may be served, as far as chat and line themselves are concerned. */
  long readyAt(Line line) {
    long due = line.head().map(Entry::dueMillis).orElse(0L);
    return Math.max(Math.max(heldUntil, line.sleepsUntil()), due);
  }

  /** Whether a more urgent line only waits for the chat's budget, which is to be left to it. */
  boolean hasMoreUrgent(Line line, long now) {
    for (Line other : lines.values()) {
      boolean waits =
          other.sleepsUntil() > 0 && other.head().filter(e -> e.dueMillis() <= now).isPresent();
      if (waits && other.lane().compareTo(line.lane()) < 0) {
        return true;
      }
    }
    return false;
  }
}
