package io.herald.worker.guard;

/** What is known about earlier attempts of a message. */
public enum Claim {
  /** There was none: it may be sent. */
  FREE,
  /** It went out. */
  SENT,
  /** An attempt began and nobody noted its end: it may have gone out. */
  UNCERTAIN
}
