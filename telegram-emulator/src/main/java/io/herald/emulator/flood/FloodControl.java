package io.herald.emulator.flood;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Decides whether a bot may send into a chat now. Sends and edits share the budgets. */
public final class FloodControl {
  private static final int MANY = 50_000;
  private static final long IDLE_MS = 120_000;

  private record Key(long bot, long chat) {}

  private final Clock clock;
  private final Map<Key, Bucket> buckets = new HashMap<>();
  private volatile Limits limits;

  public FloodControl(Clock clock, Limits limits) {
    this.clock = clock;
    this.limits = limits;
  }

  public Limits limits() {
    return limits;
  }

  /** Takes effect with the next message; what was used up under the old limits is forgotten. */
  public synchronized void change(Limits newLimits) {
    limits = newLimits;
    buckets.clear();
  }

  /**
   * Takes one message from the budgets of the bot and of the chat, or from neither.
   *
   * @return 0 if the message may pass, else the whole seconds to wait, at least 1
   */
  public int acquire(long bot, long chat) {
    Limits now = limits;
    Limit perChat = chat < 0 ? now.group() : now.chat();
    if (now.global().isOff() && perChat.isOff()) {
      return 0;
    }
    int chatCapacity = chat < 0 ? perChat.count() : now.chatBurst();
    return take(new Key(bot, 0), now.global(), new Key(bot, chat), perChat, chatCapacity);
  }

  private synchronized int take(Key bot, Limit global, Key chat, Limit perChat, int chatCapacity) {
    long nowMs = clock.millis();
    forgetIdle(nowMs);
    long wait =
        Math.max(
            waitMs(bot, global, global.count(), nowMs), waitMs(chat, perChat, chatCapacity, nowMs));
    if (wait > 0) {
      return (int) Math.max(1, (wait + 999) / 1000);
    }
    takeOne(bot, global);
    takeOne(chat, perChat);
    return 0;
  }

  private long waitMs(Key key, Limit limit, int capacity, long nowMs) {
    if (limit.isOff()) {
      return 0;
    }
    Bucket bucket = buckets.computeIfAbsent(key, fresh -> new Bucket(capacity, nowMs));
    return bucket.waitMs(limit, capacity, nowMs);
  }

  private void takeOne(Key key, Limit limit) {
    Bucket bucket = limit.isOff() ? null : buckets.get(key);
    if (bucket != null) {
      bucket.take();
    }
  }

  private void forgetIdle(long nowMs) {
    if (buckets.size() > MANY) {
      buckets.values().removeIf(bucket -> bucket.isIdleSince(nowMs - IDLE_MS));
    }
  }
}
