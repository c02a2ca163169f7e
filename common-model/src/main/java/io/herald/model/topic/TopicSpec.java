package io.herald.model.topic;

import java.time.Duration;

/**
 * A topic to be created when it is missing. Partitions and replicas come from the operator's
 * configuration and are equal for all topics, so that the lanes can be co-assigned.
 *
 * @param name the topic's name
 * @param retention how long a record is kept; {@link #FOR_EVER}: the last one of each key for ever
 * @param untouched how long the records before the last one of a key stay at least; zero: until
 *     Kafka gets to it
 */
public record TopicSpec(String name, Duration retention, Duration untouched) {

  /** The last record of each key stays: the topic is compacted. */
  public static final Duration FOR_EVER = Duration.ofMillis(Long.MAX_VALUE);

  /** Largest record in bytes: the largest update that is let in, with room for headers. */
  public static final int MAX_RECORD_BYTES = 2 * 1024 * 1024;

  /** A topic whose records are kept so long. */
  public TopicSpec(String name, Duration retention) {
    this(name, retention, Duration.ZERO);
  }

  /** A topic of which the last record of each key stays. */
  public static TopicSpec compacted(String name) {
    return new TopicSpec(name, FOR_EVER);
  }

  /** A topic of which the last record of each key stays, and every record for that long. */
  public static TopicSpec compacted(String name, Duration untouched) {
    return new TopicSpec(name, FOR_EVER, untouched);
  }

  /** Whether the last record of each key stays. */
  public boolean isCompacted() {
    return retention.equals(FOR_EVER);
  }
}
