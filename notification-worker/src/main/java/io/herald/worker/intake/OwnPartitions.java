package io.herald.worker.intake;

import io.herald.model.topic.Lane;
import io.herald.model.topic.Topics;
import io.herald.worker.dispatch.Assignment;
import io.herald.worker.dispatch.Receipt;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * The partitions that this worker owns. Those of one number belong together: a chat has the same
 * number on every topic. The lanes of a number are read only when its retry topics have been read
 * to where they ended at the beginning, since what lies there is older. Confined to the reading
 * thread.
 */
final class OwnPartitions {

  static final List<String> RETRIES = List.of(Topics.RETRY_1H, Topics.RETRY_10M, Topics.RETRY_1M);
  static final List<String> LANES =
      List.of(Lane.INTERACTIVE.topic(), Lane.STANDARD.topic(), Lane.BULK.topic());

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Map<TopicPartition, Progress> progress = new HashMap<>();
  private final Map<Integer, Assignment> assignments = new TreeMap<>();
  private final Map<TopicPartition, Long> ends = new HashMap<>();

  /** The group has given those. */
  void add(Collection<TopicPartition> partitions, Consumer<?, ?> consumer) {
    partitions.forEach(partition -> progress.put(partition, new Progress()));
    partitions.forEach(p -> assignments.computeIfAbsent(p.partition(), Assignment::new));
    Set<TopicPartition> retries =
        partitions.stream().filter(OwnPartitions::isRetry).collect(Collectors.toSet());
    ends.putAll(consumer.endOffsets(retries, PATIENCE));
  }

  /** They are gone; what is done with later is of no consequence. */
  void clear() {
    progress.clear();
    assignments.clear();
    ends.clear();
  }

  Collection<Assignment> assignments() {
    return List.copyOf(assignments.values());
  }

  Collection<TopicPartition> partitions() {
    return progress.keySet();
  }

  Assignment assignment(int partition) {
    return assignments.get(partition);
  }

  Receipt read(TopicPartition partition, ConsumerRecord<?, ?> record) {
    return progress.get(partition).read(record.offset(), record.timestamp());
  }

  /** When the oldest record of the topic was written that is not done with. */
  OptionalLong oldest(String topic) {
    return progress.entrySet().stream()
        .filter(partition -> partition.getKey().topic().equals(topic))
        .flatMapToLong(partition -> partition.getValue().oldest().stream())
        .min();
  }

  /** Records of the partition that were read and are not done with. */
  int unfinished(TopicPartition partition) {
    return progress.get(partition).size();
  }

  /** Whether the retry topics of that number have been read as far as they must. */
  boolean isCaughtUp(int partition, Consumer<?, ?> consumer) {
    for (String topic : RETRIES) {
      TopicPartition retry = new TopicPartition(topic, partition);
      Long end = ends.get(retry);
      if (end != null && consumer.position(retry, PATIENCE) < end) {
        return false;
      }
      ends.remove(retry);
    }
    return true;
  }

  /** The offsets that may be committed and are not yet. */
  Map<TopicPartition, OffsetAndMetadata> toCommit() {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    progress.forEach((partition, its) -> {
      OptionalLong offset = its.toCommit();
      if (offset.isPresent()) {
        offsets.put(partition, new OffsetAndMetadata(offset.getAsLong()));
      }
    });
    return offsets;
  }

  void committed(Map<TopicPartition, OffsetAndMetadata> offsets) {
    offsets.forEach((partition, offset) -> {
      Progress its = progress.get(partition);
      if (its != null) {
        its.committed(offset.offset());
      }
    });
  }

  static boolean isRetry(TopicPartition partition) {
    return RETRIES.contains(partition.topic());
  }
}
