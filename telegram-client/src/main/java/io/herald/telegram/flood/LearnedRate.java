package io.herald.telegram.flood;

/**
 * The rate of a bot: the ceiling, until Telegram says otherwise. An incident cuts it to a little
 * less than what was measured to go through; from then on it grows with the cube of time: hardly
 * for the first 20 s, then faster and faster, to find out early whether the limit has gone and to
 * touch it seldom while it has not. Rates are in calls per 1000 s, times in microseconds.
 */
final class LearnedRate {

  /** Time in which a ceiling's worth is regained. */
  static final long REGAINED = 75_000_000;

  /** Never slower than one a second, or the ceiling if that is slower. */
  static final long FLOOR = 1_000;

  // A limit that was found so many times in a row is there to stay: it is touched less often.
  private static final long PATIENT_AFTER = 6;
  private static final long SLOWEST = 4;
  private static final long IN_A_ROW = 300_000_000;
  private static final long ANEW = 10_000_000;

  private final long ceilingInterval;
  private final long ceiling;

  private long base;
  private long since;
  private long regained = REGAINED;
  private long row;

  LearnedRate(long ceiling, long ceilingInterval) {
    this.ceiling = ceiling;
    this.ceilingInterval = ceilingInterval;
  }

  long at(long now) {
    if (base == 0) {
      return ceiling;
    }
    long part = Math.clamp((now - since) * 1_000 / regained, 0, 1_000);
    long growth = ceiling * part / 1_000 * part / 1_000 * part / 1_000;
    return Math.min(ceiling, base + growth);
  }

  /** Time from one call to the next. */
  long interval(long now) {
    long rate = at(now);
    return rate >= ceiling ? ceilingInterval : (1_000_000_000 + rate - 1) / rate;
  }

  /**
   * Telegram refused several chats.
   *
   * @param measured what went through lately
   * @param until when calls begin again
   */
  void cut(long measured, long now, long until) {
    long rate = at(now);
    long cut = Math.clamp(measured * 97 / 100, rate * 60 / 100, rate * 95 / 100);
    if (base == 0 || now - since > IN_A_ROW) {
      row = 1;
    } else if (now - since > ANEW) {
      row++;
    }
    base = Math.max(cut, Math.min(FLOOR, ceiling));
    since = until;
    regained = REGAINED * Math.clamp(row - PATIENT_AFTER + 1, 1, SLOWEST);
  }

  /** Others have learned this rate just now. */
  void adopt(long rate, long now) {
    if (rate < at(now)) {
      base = Math.max(rate, Math.min(FLOOR, ceiling));
      since = now;
    }
  }
}
