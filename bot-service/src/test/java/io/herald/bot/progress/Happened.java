package io.herald.bot.progress;

import io.herald.model.job.JobCommand;
import io.herald.model.job.JobEvent;
import io.herald.model.job.JobFailure;
import io.herald.model.job.JobFile;
import io.herald.model.job.JobOwner;
import io.herald.model.job.JobResult;
import io.herald.model.job.JobState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to one job, whose program is begun at noon. */
public record Happened(JobCommand job) {

  public static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  /** A download that somebody wants. */
  public static Happened to(String id, String chat, long user) {
    var owner = new JobOwner("main", chat, null, user);
    return new Happened(
        JobCommand.submit(id, "download", "https://example.org/album", owner, NOON));
  }

  public JobEvent queued(int position) {
    return event(JobState.QUEUED, 0, position, null, null, null, null);
  }

  public JobEvent started() {
    return event(JobState.STARTED, 0, null, null, null, null, null);
  }

  public JobEvent progress(int seconds, int percent, String item) {
    return event(JobState.PROGRESS, seconds, null, percent, item, null, null);
  }

  public JobEvent cancelling() {
    return event(JobState.CANCELLING, 5, null, null, null, null, null);
  }

  public JobEvent cancelled() {
    var failure = new JobFailure("cancelled", "it was cancelled", null);
    return event(JobState.CANCELLED, 6, null, null, null, null, failure);
  }

  public JobEvent failed(String error, @Nullable String output) {
    var failure = new JobFailure("exit", error, output);
    return event(JobState.FAILED, 7, null, null, null, null, failure);
  }

  public JobEvent completed(JobFile... files) {
    long size = List.of(files).stream().mapToLong(JobFile::sizeBytes).sum();
    var result = new JobResult("An album", 200L, size, List.of(files));
    return event(JobState.COMPLETED, 65, null, 100, null, result, null);
  }

  private JobEvent event(
      JobState state,
      int seconds,
      @Nullable Integer position,
      @Nullable Integer progress,
      @Nullable String item,
      @Nullable JobResult result,
      @Nullable JobFailure failure) {
    return new JobEvent(
        JobEvent.SCHEMA_VERSION,
        job,
        state,
        1,
        NOON.plusSeconds(seconds),
        state == JobState.QUEUED ? null : NOON,
        position,
        progress,
        item,
        result,
        failure);
  }
}
