package io.herald.runtime.history;

/** How far a notification is: what follows from the states of its messages. */
public enum NotificationState {
  /** It is durable, and nothing was made of it yet. */
  ACCEPTED,
  /** Messages wait for their turn. */
  PENDING,
  /** All that is open waits for a time: its own, or the end of quiet hours. */
  DEFERRED,
  /** A message was tried in vain and will be tried again. */
  RETRYING,
  /** Everything that was to go out is at Telegram. */
  SENT,
  /** Some is at Telegram, some could not be delivered. */
  PARTLY_SENT,
  /** Nothing is at Telegram, and something could not be delivered. */
  FAILED,
  /** Nothing is at Telegram, because its time had passed. */
  EXPIRED,
  /** Newer versions took the place of all its messages. */
  SUPERSEDED,
  /** Its recipients or its sender wanted that it is not sent. */
  SUPPRESSED;

  /** What follows from these messages. */
  static NotificationState of(Tally tally) {
    if (tally.known() == 0) {
      return ACCEPTED;
    }
    if (tally.count(MessageState.RETRYING) > 0) {
      return RETRYING;
    }
    if (tally.count(MessageState.PENDING) > 0) {
      return PENDING;
    }
    // What waits as a whole does not know yet what it will become.
    if (tally.count(MessageState.DEFERRED) > 0 && !tally.lacksSome()) {
      return DEFERRED;
    }
    return tally.isComplete() ? ended(tally) : PENDING;
  }

  private static NotificationState ended(Tally tally) {
    boolean lost = tally.count(MessageState.FAILED) + tally.count(MessageState.EXPIRED) > 0;
    if (tally.count(MessageState.SENT) > 0) {
      return lost ? PARTLY_SENT : SENT;
    }
    if (lost) {
      return tally.count(MessageState.FAILED) > 0 ? FAILED : EXPIRED;
    }
    return tally.count(MessageState.SUPERSEDED) > 0 ? SUPERSEDED : SUPPRESSED;
  }
}
