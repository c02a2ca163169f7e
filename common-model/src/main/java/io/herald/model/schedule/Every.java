package io.herald.model.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Every so long, whatever the clocks say.
 *
 * @param every how long, at least a millisecond; what is finer is cut off
 * @param from the first time; absent: it is counted from 1970 on in UTC, so that {@code PT15M}
 *     falls on the full quarters of an hour. Cut to milliseconds
 */
public record Every(Duration every, @Nullable Instant from) implements Timing {

  public Every {
    Objects.requireNonNull(every, "every");
    every = every.truncatedTo(ChronoUnit.MILLIS);
    if (!every.isPositive()) {
      throw new IllegalArgumentException("every must be at least a millisecond");
    }
    from = from == null ? null : from.truncatedTo(ChronoUnit.MILLIS);
  }
}
