package io.herald.model.schedule;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/**
 * What becomes of a time that was missed because nothing ran.
 *
 * @param policy whether it is made up for
 * @param grace how late it may still be made up for
 */
public record Misfire(Policy policy, Duration grace) {

  /** What becomes of a missed time. */
  public enum Policy {
    /** The latest missed time is fired once, as long as it is within the grace. */
    @JsonProperty("fire-once")
    FIRE_ONCE,
    /** It is left out, and that is recorded. */
    @JsonProperty("skip")
    SKIP
  }

  /** Once, up to an hour late. */
  public static final Misfire DEFAULT = new Misfire(Policy.FIRE_ONCE, Duration.ofHours(1));

  public Misfire {
    policy = policy == null ? Policy.FIRE_ONCE : policy;
    grace = grace == null ? Duration.ofHours(1) : grace;
    if (grace.isNegative()) {
      throw new IllegalArgumentException("grace must not be negative");
    }
  }

  /** What is missed is left out. */
  public static Misfire skip() {
    return new Misfire(Policy.SKIP, Duration.ofHours(1));
  }
}
