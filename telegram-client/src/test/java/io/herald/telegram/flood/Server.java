package io.herald.telegram.flood;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * A server that enforces as Telegram is believed to: a bucket per bot that holds a period's worth,
 * one per private chat that holds three, one per group that holds a period's worth. It knows only
 * when calls arrive.
 */
final class Server {

  private final Pace chat;
  private final Pace group;
  private final Map<String, double[]> chats = new HashMap<>();
  private Pace bot;
  private double[] whole;
  int passed;
  int refused;

  Server(Pace bot, Pace chat, Pace group) {
    this.bot = bot;
    this.chat = chat;
    this.group = group;
  }

  static Server published() {
    return new Server(
        Ceilings.PUBLISHED.bot(), Ceilings.PUBLISHED.chat(), Ceilings.PUBLISHED.group());
  }

  /** Enforces another rate over all chats from now on, with a full bucket. */
  void change(int perSecond) {
    bot = new Pace(perSecond, Duration.ofSeconds(1));
    whole = null;
  }

  /** Seconds to wait; 0: it passed. */
  int call(String to, long now) {
    Pace pace = Ceilings.isShared(to) ? group : chat;
    int capacity = Ceilings.isShared(to) ? group.count() : 3;
    if (whole == null) {
      whole = new double[] {bot.count(), now};
    }
    double[] own = chats.computeIfAbsent(to, _ -> new double[] {capacity, now});
    double wait = Math.max(wait(whole, bot, bot.count(), now), wait(own, pace, capacity, now));
    if (wait > 0) {
      refused++;
      return (int) Math.ceil(wait / 1e6);
    }
    whole[0]--;
    own[0]--;
    passed++;
    return 0;
  }

  private static double wait(double[] bucket, Pace pace, int capacity, long now) {
    double passed = Math.max(0, now - bucket[1]);
    double perMicro = pace.count() / (pace.period().toMillis() * 1e3);
    bucket[0] = Math.min(capacity, bucket[0] + passed * perMicro);
    bucket[1] = Math.max(bucket[1], now);
    return bucket[0] >= 1 ? 0 : Math.max(1, (1 - bucket[0]) / perMicro);
  }
}
