package io.herald.runtime.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.backends.Backends;
import io.herald.model.topic.TopicSpec;
import io.herald.runtime.RunningRuntime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A fresh topic on the shared broker. */
public record TestTopic(String name) {

  public static TestTopic of(int partitions) throws Exception {
    String name = "test-" + UUID.randomUUID();
    admin().createTopics(List.of(new NewTopic(name, partitions, (short) 1))).all().get();
    // As a service does before it calls itself ready: publishing fails at once on unknown topics.
    var spec = new TopicSpec(name, Duration.ofDays(1));
    RunningRuntime.shared().part(PublishRecord.class).learn(List.of(spec)).block();
    return new TestTopic(name);
  }

  public static Admin admin() {
    return RunningRuntime.shared().part(Admin.class);
  }

  /** Publishes one record and waits until it is durable. */
  public void publish(String key, String value) {
    publish(new ProducerRecord<>(name, key.getBytes(UTF_8), value.getBytes(UTF_8)));
  }

  public static void publish(ProducerRecord<byte[], byte[]> record) {
    RunningRuntime.shared().part(PublishRecord.class).publish(record).block(Duration.ofMinutes(1));
  }

  /** The group's committed offset of partition 0; 0 if there is none. */
  long committed(String group) throws Exception {
    var offsets = admin().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    var offset = offsets.get(new TopicPartition(name, 0));
    return offset == null ? 0 : offset.offset();
  }

  /** Everything on a topic, as of now. */
  public static List<ConsumerRecord<byte[], byte[]>> all(String topic) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, Backends.kafka().bootstrapServers()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }
}
