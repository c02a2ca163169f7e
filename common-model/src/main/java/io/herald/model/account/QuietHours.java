package io.herald.model.account;

import java.time.LocalTime;
import java.util.Objects;

/**
 * The hours of the day at which a person wants their quiet; {@code from} after {@code to} spans
 * midnight.
 *
 * @param from first quiet minute
 * @param to first minute that is not quiet any more
 */
public record QuietHours(LocalTime from, LocalTime to) {

  public QuietHours {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    if (from.equals(to)) {
      throw new IllegalArgumentException("quiet hours must begin and end at different times");
    }
  }
}
