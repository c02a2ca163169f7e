package io.herald.bench.schedules;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What was fired, as the notifications' topic tells it. */
final class Fires implements AutoCloseable {
  private static final Pattern ID =
      Pattern.compile("\"id\":\"schedule:([a-z]+)-(\\d+):([^\"]+Z)\"");

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<String, Long> firedAt = new HashMap<>();
  private final Map<String, Long> dueAt = new HashMap<>();
  private int again;

  Fires(String bootstrapServers) {
    this.consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topics.NOTIFICATIONS).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** How many of those schedules have been fired; reads what has come in. */
  long count(String word) {
    consumer.poll(Duration.ofMillis(200)).forEach(this::read);
    return firedAt.keySet().stream().filter(name -> name.startsWith(word + "-")).count();
  }

  private void read(ConsumerRecord<byte[], byte[]> record) {
    Matcher id = ID.matcher(new String(record.value(), UTF_8));
    if (id.find()) {
      String name = id.group(1) + "-" + id.group(2);
      dueAt.put(name, Instant.parse(id.group(3)).toEpochMilli());
      again += firedAt.putIfAbsent(name, record.timestamp()) == null ? 0 : 1;
    }
  }

  /** How late each of them was handed to Kafka, in milliseconds. */
  double[] lateMillis(String word) {
    return firedAt.entrySet().stream()
        .filter(each -> each.getKey().startsWith(word + "-"))
        .mapToDouble(each -> each.getValue() - dueAt.get(each.getKey()))
        .toArray();
  }

  /** Fires that were published once more. */
  int again() {
    return again;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
