package io.herald.runtime.kafka;

import io.herald.runtime.config.InvalidSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How missing topics are created. Existing topics are left as they are.
 *
 * @param partitions partitions of each topic that is created, 1 to 1,000; equal for all, so lanes
 *     are co-assigned
 * @param replicas replicas of each partition, 1 to 9
 */
@ConfigurationProperties("herald.topics")
record TopicSettings(@DefaultValue("6") int partitions, @DefaultValue("1") short replicas) {

  TopicSettings {
    if (partitions < 1 || partitions > 1000) {
      throw new InvalidSetting("HERALD_TOPICS_PARTITIONS", "must be 1 to 1000");
    }
    if (replicas < 1 || replicas > 9) {
      throw new InvalidSetting("HERALD_TOPICS_REPLICAS", "must be 1 to 9");
    }
  }
}
