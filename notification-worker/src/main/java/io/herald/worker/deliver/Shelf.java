package io.herald.worker.deliver;

import io.herald.model.topic.Lane;
import io.herald.model.topic.Topics;
import java.time.Duration;

/**
 * Where a message waits: in its lane, or, when several calls have failed, on a retry topic. Deeper
 * shelves hold older messages: those of a chat and lane that lie deeper go first.
 */
public enum Shelf {
  /** The lane's own topic. */
  LANE(Duration.ZERO),
  /** {@link Topics#RETRY_1M}. */
  MINUTE(Duration.ofMinutes(1)),
  /** {@link Topics#RETRY_10M}. */
  TEN_MINUTES(Duration.ofMinutes(10)),
  /** {@link Topics#RETRY_1H}, the last: a message stays here until it expires. */
  HOUR(Duration.ofHours(1));

  private final Duration delay;

  Shelf(Duration delay) {
    this.delay = delay;
  }

  /** How long a message rests here before it is tried again. */
  public Duration delay() {
    return delay;
  }

  /** The topic of that shelf for messages of the lane. */
  public String topic(Lane lane) {
    return switch (this) {
      case LANE -> lane.topic();
      case MINUTE -> Topics.RETRY_1M;
      case TEN_MINUTES -> Topics.RETRY_10M;
      case HOUR -> Topics.RETRY_1H;
    };
  }

  /** The next deeper shelf; the last one's is itself. */
  public Shelf deeper() {
    return this == HOUR ? HOUR : values()[ordinal() + 1];
  }
}
