package io.herald.worker.dispatch;

import io.herald.model.topic.Lane;
import java.util.EnumMap;
import java.util.Map;

/** One bot's queues, and what its budget said last. */
final class Roster {

  private static final int MOST_ASKED = 64;

  private final String bot;
  private final Map<Lane, Queue> queues = new EnumMap<>(Lane.class);
  private final Map<Lane, Long> notBefore = new EnumMap<>(Lane.class);
  private final Map<Lane, Integer> appetite = new EnumMap<>(Lane.class);
  private boolean asking;
  private long wakesAt = Long.MAX_VALUE;

  Roster(String bot) {
    this.bot = bot;
    for (Lane lane : Lane.values()) {
      queues.put(lane, new Queue());
      notBefore.put(lane, 0L);
      appetite.put(lane, 1);
    }
  }

  String bot() {
    return bot;
  }

  boolean anybodyWaits() {
    for (Lane lane : Lane.values()) {
      if (!queue(lane).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  Queue queue(Lane lane) {
    return queues.get(lane);
  }

  /** When it makes sense to ask for that lane again. */
  long notBefore(Lane lane) {
    return notBefore.get(lane);
  }

  /** How many of that lane are asked for at once: few while the budget is tight. */
  int appetite(Lane lane) {
    return appetite.get(lane);
  }

  /** All that were asked for were let through. */
  void fed(Lane lane) {
    appetite.merge(lane, 2, (now, twice) -> Math.min(now * twice, MOST_ASKED));
  }

  /** The budget is used up for that lane and for all that are less urgent. */
  void refused(Lane lane, int passed, long until) {
    appetite.put(lane, Math.max(1, passed));
    for (Lane other : Lane.values()) {
      if (other.compareTo(lane) >= 0) {
        notBefore.merge(other, until, Math::max);
      }
    }
  }

  /** Nothing is sent for the bot until then. */
  void hold(long until) {
    refused(Lane.INTERACTIVE, 1, until);
  }

  boolean isAsking() {
    return asking;
  }

  void asking(boolean now) {
    asking = now;
  }

  /** Whether a wake-up at that time is news. */
  boolean wakesAt(long millis) {
    boolean earlier = millis < wakesAt;
    wakesAt = earlier ? millis : wakesAt;
    return earlier;
  }

  void awake() {
    wakesAt = Long.MAX_VALUE;
  }
}
