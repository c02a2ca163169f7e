package io.herald.telegram.flood;

/**
 * What a lane gets of the bot's rate in spite of busier lanes above it. A lane that was refused is
 * owed a token when its turn comes; while it is, and as long as it still seems to want it, higher
 * lanes leave that token alone. Times in microseconds.
 */
final class GuaranteedShare {

  // An asker comes back when it was told to, give or take a stall of its process.
  static final long PATIENCE = 1_000_000;

  private final int part;
  private long due;
  private long wantedUntil;

  /**
   * @param part one in so many tokens
   */
  GuaranteedShare(int part) {
    this.part = part;
  }

  boolean isOwed(long now) {
    return now >= due && now <= wantedUntil;
  }

  /** The lane asks: its turn comes once in so many tokens. */
  void asks(long now, long interval) {
    if (now > wantedUntil) {
      due = now + part * interval;
    }
  }

  /** How long until its turn. */
  long pause(long now) {
    return Math.max(0, due - now);
  }

  void refused(long now, long pause) {
    wantedUntil = now + pause + PATIENCE;
  }

  /** The lane got a token; one that was late by less than a turn does not delay the next. */
  void served(long now, long interval) {
    long turn = part * interval;
    due = now >= due ? Math.max(due, now - turn) + turn : now + turn;
  }
}
