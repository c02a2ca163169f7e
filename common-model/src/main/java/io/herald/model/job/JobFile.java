package io.herald.model.job;

import java.util.Objects;

/**
 * A file that a job has made.
 *
 * @param name its path below the job's folder, with {@code /} between its parts
 * @param sizeBytes its size
 */
public record JobFile(String name, long sizeBytes) {

  public JobFile {
    Objects.requireNonNull(name, "name");
  }
}
