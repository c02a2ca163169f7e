package io.herald.scheduler.tell;

import io.herald.model.job.JobCommand;
import io.herald.model.job.JobEvent;
import io.herald.model.job.JobFailure;
import io.herald.model.job.JobResult;
import io.herald.model.job.JobState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is told of a job: each event follows from the one before it. Pure. */
public final class NextEvent {

  private NextEvent() {}

  /** It waits, for the first time. */
  public static JobEvent queued(JobCommand job, int position, Instant at) {
    return first(job, JobState.QUEUED, at, position, null);
  }

  /** It waits, at another place than before. */
  public static JobEvent moved(JobEvent before, int position, Instant at) {
    return waits(before, before.attempt(), position, at);
  }

  /** It was not let in. */
  public static JobEvent refused(JobCommand job, JobFailure failure, Instant at) {
    return first(job, JobState.FAILED, at, null, failure);
  }

  private static JobEvent first(
      JobCommand job,
      JobState state,
      Instant at,
      @Nullable Integer position,
      @Nullable JobFailure failure) {
    return new JobEvent(
        JobEvent.SCHEMA_VERSION, job, state, 1, at, null, position, null, null, null, failure);
  }

  /** Its program begins. */
  public static JobEvent started(JobEvent before, Instant at) {
    return new JobEvent(
        JobEvent.SCHEMA_VERSION,
        before.job(),
        JobState.STARTED,
        before.attempt(),
        at,
        at,
        null,
        null,
        null,
        null,
        null);
  }

  /** Its program told how far it is; what it did not tell is as before. */
  public static JobEvent progress(
      JobEvent before, @Nullable Integer progress, @Nullable String item, Instant at) {
    return new JobEvent(
        JobEvent.SCHEMA_VERSION,
        before.job(),
        JobState.PROGRESS,
        before.attempt(),
        at,
        before.startedAt(),
        null,
        progress == null ? before.progress() : progress,
        item == null ? before.item() : item,
        null,
        null);
  }

  /** Somebody wants it to end. */
  public static JobEvent cancelling(JobEvent before, Instant at) {
    return after(before, JobState.CANCELLING, at, null, null);
  }

  /** It is done. */
  public static JobEvent completed(JobEvent before, JobResult result, Instant at) {
    return after(before, JobState.COMPLETED, at, result, null);
  }

  /** It could not be done. */
  public static JobEvent failed(JobEvent before, JobFailure failure, Instant at) {
    return after(before, JobState.FAILED, at, null, failure);
  }

  /** It was ended because somebody wanted it. */
  public static JobEvent cancelled(JobEvent before, JobFailure failure, Instant at) {
    return after(before, JobState.CANCELLED, at, null, failure);
  }

  private static JobEvent after(
      JobEvent before,
      JobState state,
      Instant at,
      @Nullable JobResult result,
      @Nullable JobFailure failure) {
    return new JobEvent(
        JobEvent.SCHEMA_VERSION,
        before.job(),
        state,
        before.attempt(),
        at,
        before.startedAt(),
        null,
        before.progress(),
        before.item(),
        result,
        failure);
  }

  /** It was interrupted, and waits to be begun again: as the next, since it waits the longest. */
  public static JobEvent again(JobEvent before, Instant at) {
    return waits(before, before.attempt() + 1, 1, at);
  }

  private static JobEvent waits(JobEvent before, int attempt, int position, Instant at) {
    return new JobEvent(
        JobEvent.SCHEMA_VERSION,
        before.job(),
        JobState.QUEUED,
        attempt,
        at,
        null,
        position,
        null,
        null,
        null,
        null);
  }
}
