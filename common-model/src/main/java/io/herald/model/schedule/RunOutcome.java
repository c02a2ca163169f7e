package io.herald.model.schedule;

/** What came of a due time. */
public enum RunOutcome {
  /** It was fired: what it stands for is on its way. */
  FIRED,
  /** It was left out, as its misfire policy wants. */
  SKIPPED,
  /** It could not be fired, or what it started failed. */
  FAILED,
  /** What it started is done. */
  COMPLETED
}
