package io.herald.runtime.table;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** One reader of a table's topic, from connecting to losing the connection. One thread's own. */
final class FollowTopic implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration LOOK_INTERVAL = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration CLOSING = Duration.ofSeconds(1);

  private final Consumer<byte[], byte[]> consumer;
  private final String topic;
  private final Map<TopicPartition, Long> reached;
  private final java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> taker;
  private final Map<TopicPartition, Long> ends = new HashMap<>();
  private long nextLook = System.nanoTime();

  /**
   * A reader.
   *
   * @param reached the next offset of each partition that was read before; kept up to date
   * @param taker gets every record in the order of its partition
   */
  FollowTopic(
      Consumer<byte[], byte[]> consumer,
      String topic,
      Map<TopicPartition, Long> reached,
      java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> taker) {
    this.consumer = consumer;
    this.topic = topic;
    this.reached = reached;
    this.taker = taker;
  }

  /**
   * Reads what there is, or waits a moment for it; fails when Kafka does.
   *
   * @return whether all that was there when this reader began has been read
   */
  boolean turn() {
    if (System.nanoTime() - nextLook >= 0) {
      nextLook = System.nanoTime() + LOOK_INTERVAL.toNanos();
      lookForPartitions();
    }
    consumer.poll(POLL).forEach(taker);
    consumer.assignment().forEach(it -> reached.put(it, consumer.position(it, PATIENCE)));
    return ends.entrySet().stream().allMatch(end -> reached.get(end.getKey()) >= end.getValue());
  }

  private void lookForPartitions() {
    Set<TopicPartition> found = new HashSet<>(partitions());
    if (found.equals(consumer.assignment())) {
      return;
    }
    Set<TopicPartition> added = new HashSet<>(found);
    added.removeAll(consumer.assignment());
    consumer.assign(found);
    consumer
        .beginningOffsets(added, PATIENCE)
        .forEach((partition, first) ->
            consumer.seek(partition, Math.max(first, reached.getOrDefault(partition, 0L))));
    ends.putAll(consumer.endOffsets(added, PATIENCE));
  }

  private List<TopicPartition> partitions() {
    List<PartitionInfo> known = consumer.partitionsFor(topic, PATIENCE);
    if (known == null || known.isEmpty()) {
      throw new KafkaException("there is no topic " + topic + " yet");
    }
    return known.stream().map(info -> new TopicPartition(topic, info.partition())).toList();
  }

  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(CLOSING));
  }
}
