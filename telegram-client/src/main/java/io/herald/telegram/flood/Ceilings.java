package io.herald.telegram.flood;

import java.time.Duration;

/**
 * The paces that are never exceeded. Telegram publishes the first three as rough figures (30/s, 1/s
 * with short bursts, 20/min); edits share the budgets of their chat and are slower besides.
 *
 * <p>A server that counts by the same figures sees our calls shifted by the network: of two calls
 * the first may be late and the second early. So the rate is the ceiling itself, but the burst is
 * shorter than the server's by the time that calls may shift.
 *
 * @param bot of a bot over all its chats
 * @param chat of a private chat
 * @param group of a group or channel
 * @param edit of edits in a chat of either kind
 */
public record Ceilings(Pace bot, Pace chat, Pace group, Pace edit) {

  /** Telegram's published figures. */
  public static final Ceilings PUBLISHED =
      new Ceilings(
          new Pace(30, Duration.ofSeconds(1)),
          new Pace(1, Duration.ofSeconds(1)),
          new Pace(20, Duration.ofMinutes(1)),
          new Pace(20, Duration.ofMinutes(1)));

  // Calls that arrive up to 80 ms early or late stay within it, and a little is left for timers.
  private static final long MARGIN = 175_000;
  // Too little to matter at rates that people can see, and enough for batches at those of machines.
  private static final long SHORT = 100_000;

  Bucket botBucket() {
    return wholePeriod(bot);
  }

  Bucket chatBucket(String id) {
    return isShared(id) ? wholePeriod(group) : pair(chat);
  }

  Bucket editBucket() {
    return pair(edit);
  }

  /**
   * The numbers for the same arithmetic elsewhere: the bot's calls per 1000 s, then the interval
   * and depth in microseconds of the buckets of bot, private chat, group and edits.
   */
  public long[] numbers() {
    Bucket[] buckets = {botBucket(), pair(chat), wholePeriod(group), editBucket()};
    long[] numbers = new long[1 + 2 * buckets.length];
    numbers[0] = bot.perThousandSeconds();
    for (int i = 0; i < buckets.length; i++) {
      numbers[1 + 2 * i] = buckets[i].interval();
      numbers[2 + 2 * i] = buckets[i].depth();
    }
    return numbers;
  }

  /** How fast a chat's budget comes back: microseconds for one call. */
  public long chatInterval(String id) {
    return chatBucket(id).interval();
  }

  /** Whether many read the chat: a group or channel, told by its negative id or {@code @name}. */
  public static boolean isShared(String chat) {
    return chat.startsWith("-") || chat.startsWith("@");
  }

  private static Bucket wholePeriod(Pace pace) {
    long depth = pace.periodMicros() - MARGIN;
    long interval = pace.intervalMicros();
    // A burst of one can't be made shorter: only waiting longer keeps the margin.
    return depth < interval
        ? new Bucket(interval + MARGIN, interval + MARGIN)
        : new Bucket(interval, depth);
  }

  private static Bucket pair(Pace pace) {
    long interval = pace.intervalMicros();
    return new Bucket(interval, Math.max(2 * interval, SHORT));
  }
}
