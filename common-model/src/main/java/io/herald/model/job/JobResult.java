package io.herald.model.job;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a job.
 *
 * @param title what it is called; absent: nothing told
 * @param durationSeconds how long it plays, for sounds and films; absent: not told
 * @param sizeBytes size of all files
 * @param files what lies in the job's folder
 */
public record JobResult(
    @Nullable String title, @Nullable Long durationSeconds, long sizeBytes, List<JobFile> files) {

  public JobResult {
    files = files == null ? List.of() : List.copyOf(files);
  }
}
