package io.herald.model.job;

/** How far a job is. The last three are final. */
public enum JobState {
  /** It waits for its turn. */
  QUEUED,
  /** Its program runs. */
  STARTED,
  /** Its program runs, and told how far it is. */
  PROGRESS,
  /** Somebody wants it to end, and its program is being ended. */
  CANCELLING,
  /** It is done. */
  COMPLETED,
  /** It could not be done. */
  FAILED,
  /** It was ended because somebody wanted it. */
  CANCELLED;

  /** Whether nothing follows. */
  public boolean isFinal() {
    return this == COMPLETED || this == FAILED || this == CANCELLED;
  }

  /** Whether its program runs. */
  public boolean isRunning() {
    return this == STARTED || this == PROGRESS || this == CANCELLING;
  }
}
