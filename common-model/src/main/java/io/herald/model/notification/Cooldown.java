package io.herald.model.notification;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/** How long a recipient is spared further notifications of the same source and kind. */
public enum Cooldown {
  /** Half an hour. */
  @JsonProperty("30m")
  HALF_HOUR(Duration.ofMinutes(30)),
  /** An hour. */
  @JsonProperty("1h")
  HOUR(Duration.ofHours(1)),
  /** Six hours. */
  @JsonProperty("6h")
  SIX_HOURS(Duration.ofHours(6)),
  /** A day. */
  @JsonProperty("1d")
  DAY(Duration.ofDays(1));

  private final Duration duration;

  Cooldown(Duration duration) {
    this.duration = duration;
  }

  /** How long it is. */
  public Duration duration() {
    return duration;
  }
}
