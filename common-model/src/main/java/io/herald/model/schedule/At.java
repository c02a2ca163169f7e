package io.herald.model.schedule;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * Once.
 *
 * @param at when; cut to milliseconds. It may have passed: then it is due at once
 */
public record At(Instant at) implements Timing {

  public At {
    Objects.requireNonNull(at, "at");
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }
}
