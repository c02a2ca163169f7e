package io.herald.backends;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic from its beginning, as an observer that belongs to no group. */
public final class ReadTopic implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<ConsumerRecord<byte[], byte[]>> seen = new ArrayList<>();

  /** Of that topic, which exists or is being made. */
  public ReadTopic(String bootstrapServers, String topic) {
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic, PATIENCE).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Waits until so many records are wanted ones, and gives them in the order of their keys. */
  public List<ConsumerRecord<byte[], byte[]>> await(
      int count, Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      List<ConsumerRecord<byte[], byte[]>> found = seen.stream().filter(wanted).toList();
      if (found.size() >= count) {
        return found;
      }
      consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
    }
    throw new AssertionError("of " + count + " wanted records only some came: " + seen.size());
  }

  @Override
  public void close() {
    consumer.close();
  }
}
