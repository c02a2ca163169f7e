package io.herald.runtime.schedule;

/** Somebody else has changed or deleted the schedule since it was found: look at it again. */
public final class ScheduleChanged extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long revision;

  ScheduleChanged(String id, long expected, long revision) {
    super(
        revision == 0
            ? "schedule " + id + " does not exist any more"
            : "schedule " + id + " is at revision " + revision + ", not " + expected,
        null,
        false,
        false);
    this.revision = revision;
  }

  /** The revision that it has now; 0: it does not exist. */
  public long revision() {
    return revision;
  }
}
