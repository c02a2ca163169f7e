package io.herald.runtime.index;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/**
 * One reader of an index, from taking the lease to losing it: reads on where the bookmark says,
 * applies, and notes what it reached. Confined to one thread.
 */
final class ReadTopics implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration NOTE_INTERVAL = Duration.ofMillis(500);
  private static final Duration LOOK_INTERVAL = Duration.ofSeconds(1);
  private static final Duration GATHERING = Duration.ofMillis(20);
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration CLOSING = Duration.ofSeconds(1);

  private final Consumer<byte[], byte[]> consumer;
  private final IndexSpec spec;
  private final Bookmark bookmark;
  private final ApplyOrSkip applying;
  private final IndexMetrics metrics;
  private final Bookmark.Place begin;
  private final Map<TopicPartition, Long> noted = new HashMap<>();
  private final Map<TopicPartition, Long> ends = new HashMap<>();
  private boolean complete;
  private long nextNote = System.nanoTime();
  private long nextLook = System.nanoTime();

  ReadTopics(
      Consumer<byte[], byte[]> consumer,
      IndexSpec spec,
      Bookmark bookmark,
      ApplyOrSkip applying,
      IndexMetrics metrics,
      Bookmark.Place begin) {
    this.consumer = consumer;
    this.spec = spec;
    this.bookmark = bookmark;
    this.applying = applying;
    this.metrics = metrics;
    this.begin = begin;
    this.complete = begin.complete();
  }

  /**
   * Reads what there is, or waits a moment for it; fails when Kafka or Redis does.
   *
   * @return whether to go on: false when the lease or the whole index is gone
   */
  boolean turn() {
    if (System.nanoTime() - nextLook >= 0) {
      nextLook = System.nanoTime() + LOOK_INTERVAL.toNanos();
      lookForPartitions();
      if (!note()) {
        return false;
      }
    }
    ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
    if (!records.isEmpty()) {
      List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>(records.count());
      records.forEach(batch::add);
      applying.apply(batch);
    }
    boolean goesOn = (records.isEmpty() && System.nanoTime() - nextNote < 0) || note();
    if (!records.isEmpty() && records.count() < Indexes.BATCH / 2) {
      // Under load a few large batches cost far less than many small ones, here and at Redis.
      LockSupport.parkNanos(GATHERING.toNanos());
    }
    return goesOn;
  }

  private void lookForPartitions() {
    Set<TopicPartition> found = new HashSet<>();
    spec.topics().forEach(topic -> found.addAll(partitions(topic)));
    if (found.equals(consumer.assignment())) {
      return;
    }
    Set<TopicPartition> added = new HashSet<>(found);
    added.removeAll(consumer.assignment());
    consumer.assign(found);
    Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(added, PATIENCE);
    beginnings.forEach(
        (partition, offset) -> consumer.seek(partition, Math.max(offset, begin.next(partition))));
    if (!complete) {
      ends.putAll(consumer.endOffsets(added, PATIENCE));
    }
  }

  private List<TopicPartition> partitions(String topic) {
    List<PartitionInfo> known = consumer.partitionsFor(topic, PATIENCE);
    if (known == null || known.isEmpty()) {
      throw new KafkaException("there is no topic " + topic + " yet");
    }
    return known.stream().map(info -> new TopicPartition(topic, info.partition())).toList();
  }

  private boolean note() {
    nextNote = System.nanoTime() + NOTE_INTERVAL.toNanos();
    Map<TopicPartition, Long> reached = new HashMap<>();
    consumer.assignment().forEach(p -> reached.put(p, consumer.position(p, PATIENCE)));
    Map<String, String> news = new HashMap<>();
    reached.forEach((partition, offset) -> {
      if (!offset.equals(noted.get(partition))) {
        news.put(partition.toString(), offset.toString());
      }
    });
    boolean completes =
        !complete
            && ends.entrySet().stream()
                .allMatch(e -> reached.getOrDefault(e.getKey(), 0L) >= e.getValue());
    if (completes) {
      news.put(IndexSpec.COMPLETE, "1");
    }
    Boolean kept = ApplyOrSkip.await(bookmark.keep(begin.build(), news));
    noted.putAll(reached);
    complete |= completes;
    metrics.lag(consumer.assignment().stream().mapToLong(this::lag).sum());
    return Boolean.TRUE.equals(kept);
  }

  private long lag(TopicPartition partition) {
    return consumer.currentLag(partition).orElse(0);
  }

  @Override
  public void close() {
    metrics.lag(0);
    consumer.close(CloseOptions.timeout(CLOSING));
  }
}
