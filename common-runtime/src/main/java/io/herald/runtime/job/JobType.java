package io.herald.runtime.job;

import org.jspecify.annotations.Nullable;

/**
 * A kind of job, as people may know it.
 *
 * @param name what it is called
 * @param description what it does, for people
 * @param accepts the regular expression that the whole argument has to match; absent: it takes none
 * @param adminsOnly whether only admins may have it done
 */
public record JobType(
    String name, String description, @Nullable String accepts, boolean adminsOnly) {

  /** Whether it takes no argument. */
  public boolean isScript() {
    return accepts == null;
  }
}
