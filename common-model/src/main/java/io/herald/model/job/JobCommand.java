package io.herald.model.job;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants of a job; on {@code herald.jobs} under the job's id.
 *
 * @param schemaVersion version of this record's shape
 * @param id the job's id; the same id again is the same job
 * @param action what is wanted
 * @param type name of the job type; absent: it is cancelled
 * @param argument what it is about, for example a link; empty: nothing
 * @param owner who wants it and where it is told of; absent: a program that follows the events
 * @param at when it was wanted
 * @param schedule id of the schedule that wants it: its chat is not told that it begins, and of
 *     failures once in a while; absent: a person or a program wants it
 */
public record JobCommand(
    String schemaVersion,
    String id,
    JobAction action,
    @Nullable String type,
    String argument,
    @Nullable JobOwner owner,
    Instant at,
    @Nullable String schedule) {

  /** Version that this code writes. */
  public static final String SCHEMA_VERSION = "1.0.0";

  public JobCommand {
    schemaVersion = schemaVersion == null ? SCHEMA_VERSION : schemaVersion;
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(at, "at");
    argument = argument == null ? "" : argument;
    if (action == JobAction.SUBMIT) {
      Objects.requireNonNull(type, "type");
    }
  }

  /** A job to be done. */
  public static JobCommand submit(
      String id, String type, String argument, @Nullable JobOwner owner, Instant at) {
    return new JobCommand(SCHEMA_VERSION, id, JobAction.SUBMIT, type, argument, owner, at, null);
  }

  /** A job that is to end. */
  public static JobCommand cancel(String id, @Nullable JobOwner owner, Instant at) {
    return new JobCommand(SCHEMA_VERSION, id, JobAction.CANCEL, null, "", owner, at, null);
  }

  /** The same, wanted by that schedule. */
  public JobCommand by(String schedule) {
    return new JobCommand(schemaVersion, id, action, type, argument, owner, at, schedule);
  }
}
