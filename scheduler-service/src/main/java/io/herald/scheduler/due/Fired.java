package io.herald.scheduler.due;

import io.herald.model.schedule.RunOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What came of firing a payload.
 *
 * @param outcome for the record of the run
 * @param reason why it was left out or failed, in plain words; null: it was not
 */
public record Fired(RunOutcome outcome, @Nullable String reason) {

  /** It is on its way. */
  public static final Fired ON_ITS_WAY = new Fired(RunOutcome.FIRED, null);

  /** There was no need to, for that reason. */
  public static Fired leftOut(String reason) {
    return new Fired(RunOutcome.SKIPPED, reason);
  }

  /** It can't be done, for that reason. */
  public static Fired failed(String reason) {
    return new Fired(RunOutcome.FAILED, reason);
  }
}
