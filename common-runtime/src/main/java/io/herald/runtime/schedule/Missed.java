package io.herald.runtime.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The due times of a while.
 *
 * @param count how many
 * @param latest the last of them; null: there was none
 */
public record Missed(long count, @Nullable Instant latest) {

  /** None. */
  public static final Missed NONE = new Missed(0, null);
}
