package io.herald.model.job;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A job came to a state; on {@code herald.job-events} under its id. Each says all that is known, so
 * that one is enough. Told at least once.
 *
 * @param schemaVersion version of this record's shape
 * @param job what was wanted
 * @param state how far it is
 * @param attempt how often it was begun, 1 at first: it may be begun again after a crash
 * @param at when it was so
 * @param startedAt when this attempt began; absent: it has not
 * @param position its place in the queue, 1: the next; absent: it does not wait
 * @param progress per cent, 0 to 100; absent: not told
 * @param item what it is working on; absent: not told
 * @param result what came of it; absent: it is not completed
 * @param failure why it could not be done, or was ended; absent: it was not
 */
public record JobEvent(
    String schemaVersion,
    JobCommand job,
    JobState state,
    int attempt,
    Instant at,
    @Nullable Instant startedAt,
    @Nullable Integer position,
    @Nullable Integer progress,
    @Nullable String item,
    @Nullable JobResult result,
    @Nullable JobFailure failure) {

  /** Version that this code writes. */
  public static final String SCHEMA_VERSION = "1.0.0";

  public JobEvent {
    schemaVersion = schemaVersion == null ? SCHEMA_VERSION : schemaVersion;
    Objects.requireNonNull(job, "job");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(at, "at");
  }

  /** The job's id, which is the record's key. */
  public String id() {
    return job.id();
  }
}
