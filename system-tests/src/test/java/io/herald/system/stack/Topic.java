package io.herald.system.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics and groups from outside, with plain clients. */
public final class Topic {

  private static final Duration POLL = Duration.ofMillis(500);

  private Topic() {}

  /** Every record of a topic. */
  public static List<ConsumerRecord<byte[], byte[]>> read(String bootstrapServers, String topic) {
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
    var bytes = new ByteArrayDeserializer();
    try (var consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
      List<TopicPartition> partitions = partitions(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(POLL).forEach(records::add);
      }
      return records;
    }
  }

  private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .toList();
  }

  /**
   * How many records the consumer groups together have not committed yet. A partition without a
   * commit counts in full once its group has committed another of the same topic.
   */
  public static long lag(String bootstrapServers) {
    var bytes = new ByteArrayDeserializer();
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
    try (Admin admin = Admin.create(settings);
        var consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
      long lag = 0;
      for (Map<TopicPartition, OffsetAndMetadata> committed : committed(admin)) {
        var topics =
            committed.keySet().stream().map(TopicPartition::topic).collect(Collectors.toSet());
        for (String topic : topics) {
          lag += lag(consumer.endOffsets(partitions(consumer, topic)), committed);
        }
      }
      return lag;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while Kafka was asked", e);
    }
  }

  private static List<Map<TopicPartition, OffsetAndMetadata>> committed(Admin admin)
      throws ExecutionException, InterruptedException {
    List<Map<TopicPartition, OffsetAndMetadata>> all = new ArrayList<>();
    for (GroupListing group : admin.listGroups().all().get()) {
      var offsets =
          admin.listConsumerGroupOffsets(group.groupId()).partitionsToOffsetAndMetadata().get();
      Map<TopicPartition, OffsetAndMetadata> known = new HashMap<>(offsets);
      known.values().removeIf(offset -> offset == null);
      all.add(known);
    }
    return all;
  }

  private static long lag(
      Map<TopicPartition, Long> ends, Map<TopicPartition, OffsetAndMetadata> committed) {
    var none = new OffsetAndMetadata(0);
    return ends.entrySet().stream()
        .mapToLong(end -> end.getValue() - committed.getOrDefault(end.getKey(), none).offset())
        .sum();
  }
}
