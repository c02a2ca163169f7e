package io.herald.runtime.job;

import org.jspecify.annotations.Nullable;

/**
 * A kind of job, as people may know it.
 *
 * @param name what it is called
 * @param description what it does, for people
 * @param accepts the regular expression that the whole argument has to match; absent: it takes none
 * @param adminsOnly whether only admins may have it done
 * @param kind what comes of it
 */
public record JobType(
    String name, String description, @Nullable String accepts, boolean adminsOnly, JobKind kind) {

  public JobType {
    kind = kind == null ? JobKind.JOB : kind;
  }

  /** One whose jobs make files. */
  public static JobType job(
      String name, String description, @Nullable String accepts, boolean adminsOnly) {
    return new JobType(name, description, accepts, adminsOnly, JobKind.JOB);
  }

  /** Whether it takes no argument. */
  public boolean isScript() {
    return accepts == null;
  }
}
