package io.herald.scheduler.type;

/** What becomes of a job whose scheduler went away while it ran. */
public enum OnCrash {
  /** It is begun again, in the folder as it was left. */
  RESTART,
  /** It failed. */
  FAIL
}
