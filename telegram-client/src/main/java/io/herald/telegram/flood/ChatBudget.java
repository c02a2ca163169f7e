package io.herald.telegram.flood;

/** The budget of one chat. Times in microseconds. */
final class ChatBudget {

  private final Bucket calls;
  private final Bucket edits;
  private long fullAt;
  private long editsFullAt;

  ChatBudget(Bucket calls, Bucket edits) {
    this.calls = calls;
    this.edits = edits;
  }

  long pause(boolean edit, long now) {
    long pause = calls.pause(fullAt, now, 0);
    return edit ? Math.max(pause, edits.pause(editsFullAt, now, 0)) : pause;
  }

  void take(boolean edit, long now) {
    fullAt = calls.take(fullAt, now);
    if (edit) {
      editsFullAt = edits.take(editsFullAt, now);
    }
  }

  /** Telegram refused a call; then it has one token again, as far as is known. */
  void freeze(long until) {
    fullAt = calls.atMost(calls.interval(), fullAt, until);
  }

  /** The call was answered only now, and may have been counted as late as that. */
  void answered(long now) {
    fullAt = Math.max(fullAt, now + calls.interval());
  }

  boolean isFull(long now) {
    return Math.max(fullAt, editsFullAt) <= now;
  }
}
