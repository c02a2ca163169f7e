package io.herald.bench.learning;

/** Messages per second of the bot. */
final class Rates {
  /** What Telegram takes for a while. */
  static final int LOWER = 20;

  /** What the worker is told, and what Telegram takes afterwards. */
  static final int FULL = 30;

  private Rates() {}

  static String perSecond(int rate) {
    return rate + "/s";
  }
}
