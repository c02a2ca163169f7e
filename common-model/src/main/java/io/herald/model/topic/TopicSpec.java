package io.herald.model.topic;

import java.time.Duration;

/**
 * A topic to be created when it is missing. Partitions and replicas come from the operator's
 * configuration and are equal for all topics, so that the lanes can be co-assigned.
 *
 * @param name the topic's name
 * @param retention how long a record is kept
 */
public record TopicSpec(String name, Duration retention) {

  /** Largest record in bytes: the largest update that is let in, with room for headers. */
  public static final int MAX_RECORD_BYTES = 2 * 1024 * 1024;
}
