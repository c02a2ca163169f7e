package io.herald.local.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.local.process.JavaCommand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class BrokerTest {
  private static final Duration START = Duration.ofSeconds(60);

  @TempDir Path data;

  @Test
  void keepsItsRecordsOverAnOrderlyRestart() throws Exception {
    try (EmbeddedKafka kafka = new EmbeddedKafka(0, data)) {
      kafka.start();
      createTopic(kafka.bootstrapServers());
      produce(kafka.bootstrapServers(), "before");
      kafka.stop();

      kafka.start();
      produce(kafka.bootstrapServers(), "after");

      assertThat(consume(kafka.bootstrapServers(), 2)).containsExactly("before", "after");
    }
  }

  @Test
  void keepsAcknowledgedRecordsOverAHardKill() throws Exception {
    try (BrokerProcess kafka = BrokerProcess.of(0, data, JavaCommand.shortLived(256))) {
      kafka.start();
      kafka.awaitReady(START);
      createTopic(kafka.bootstrapServers());
      produce(kafka.bootstrapServers(), "before");
      kafka.kill9();
      assertThat(kafka.isReady()).isFalse();

      kafka.restart(START);
      produce(kafka.bootstrapServers(), "after");

      assertThat(consume(kafka.bootstrapServers(), 2)).containsExactly("before", "after");
      assertThat(kafka.stop()).as("exit code after SIGTERM").isZero();
    }
  }

  private static void createTopic(String servers) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      admin.createTopics(Set.of(new NewTopic("letters", 1, (short) 1))).all().get();
    }
  }

  private static void produce(String servers, String value) throws Exception {
    Map<String, Object> settings = Map.of("bootstrap.servers", servers, "acks", "all");
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>("letters", value.getBytes(UTF_8))).get();
    }
  }

  private static List<String> consume(String servers, int count) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", servers, "group.id", "readers", "auto.offset.reset", "earliest");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of("letters"));
      List<String> values = new ArrayList<>();
      while (values.size() < count) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(record -> values.add(new String(record.value(), UTF_8)));
      }
      return values;
    }
  }
}
