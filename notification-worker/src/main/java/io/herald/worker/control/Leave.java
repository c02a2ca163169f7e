package io.herald.worker.control;

/** Whether a notification may go out. */
public enum Leave {
  /** It may. */
  GIVEN,
  /** It waits: somebody paused it. */
  PAUSED,
  /** It never may: somebody stopped it. */
  STOPPED,
  /** This worker has just begun and does not know what was paused or stopped. */
  NOT_KNOWN_YET
}
