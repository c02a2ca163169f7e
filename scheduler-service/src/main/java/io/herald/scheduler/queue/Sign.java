package io.herald.scheduler.queue;

/** What an executor learns of a job that it runs when it gives a sign of life. */
public enum Sign {
  /** It goes on. */
  OK,
  /** Somebody wants it to end. */
  CANCEL,
  /** It is another executor's by now, or over. */
  LOST
}
