package io.herald.model.schedule;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of a due time of a schedule; on {@code herald.schedule-runs} under the schedule's id. A
 * later record of the same fire says more and takes its place.
 *
 * @param schemaVersion version of this record's shape
 * @param schedule the schedule's id
 * @param revision the schedule's revision
 * @param due when it was due; of a fire by hand: when it was asked for
 * @param firedAt when it was fired, or left out
 * @param fire id of what it made happen: see {@link ScheduleIds}
 * @param outcome what came of it
 * @param reason why it was left out or failed, in plain words; absent: it was not
 * @param missed how many due times before this one it stands for, which were not fired
 * @param next the next due time; absent: there is none any more
 * @param durationMillis how long what it started took; absent: not known, or it takes no time
 */
public record ScheduleRun(
    String schemaVersion,
    String schedule,
    long revision,
    Instant due,
    Instant firedAt,
    String fire,
    RunOutcome outcome,
    @Nullable String reason,
    long missed,
    @Nullable Instant next,
    @Nullable Long durationMillis) {

  /** Version that this code writes. */
  public static final String SCHEMA_VERSION = "1.0.0";

  public ScheduleRun {
    schemaVersion = schemaVersion == null ? SCHEMA_VERSION : schemaVersion;
    Objects.requireNonNull(schedule, "schedule");
    Objects.requireNonNull(due, "due");
    Objects.requireNonNull(firedAt, "firedAt");
    Objects.requireNonNull(fire, "fire");
    Objects.requireNonNull(outcome, "outcome");
  }

  /** The same fire, ended. */
  public ScheduleRun ended(RunOutcome how, @Nullable String why, @Nullable Long millis) {
    return new ScheduleRun(
        schemaVersion, schedule, revision, due, firedAt, fire, how, why, missed, next, millis);
  }
}
