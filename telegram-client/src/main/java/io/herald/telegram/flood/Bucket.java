package io.herald.telegram.flood;

/**
 * A token bucket whose state is one number: the moment at which it will be full again. A token is
 * worth an interval; taking one moves the moment away by that. Everything in microseconds.
 *
 * @param interval time in which one token comes in
 * @param depth time in which the empty bucket fills: capacity times interval, at least an interval
 */
record Bucket(long interval, long depth) {

  /** How long until a token can be taken that leaves the reserve; 0: now. */
  long pause(long fullAt, long now, long reserve) {
    return Math.max(0, Math.max(fullAt, now) + interval + reserve - depth - now);
  }

  /** The state after one more is taken. */
  long take(long fullAt, long now) {
    return Math.max(fullAt, now) + interval;
  }

  /** The state with no more than so much worth of tokens at that moment. */
  long atMost(long worth, long fullAt, long moment) {
    return Math.max(fullAt, moment + Math.max(0, depth - worth));
  }

  /** The same depth of time at another pace, but room for one token at least. */
  Bucket paced(long otherInterval) {
    return new Bucket(otherInterval, Math.max(depth, otherInterval));
  }
}
