package io.herald.runtime.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.backends.Backends;
import io.herald.backends.BesideOthers;
import io.herald.backends.TestKafka;
import io.herald.model.json.Json;
import io.herald.runtime.RunningRuntime;
import io.herald.runtime.kafka.TestTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

@BesideOthers
class KeepTableTest {

  record Town(String name, int people) {}

  private static final Duration SOON = Duration.ofMinutes(1);

  private final List<KeepTable<?>> replicas = new ArrayList<>();
  private TestTopic topic;

  @BeforeEach
  void open() throws Exception {
    topic = TestTopic.of(3);
  }

  @AfterEach
  void stopAll() {
    replicas.forEach(KeepTable::stop);
  }

  private KeepTable<Town> replica() {
    var table = RunningRuntime.shared().part(Tables.class).keep(topic.name(), Town.class);
    replicas.add(table);
    table.start();
    return table;
  }

  private void publish(String name, int people) {
    topic.publish(name, "{\"name\":\"%s\",\"people\":%d}".formatted(name, people));
  }

  @Test
  void holdsTheLastValueOfEachKeyBeforeItIsReady() {
    IntStream.range(0, 30).forEach(i -> publish("town" + i % 10, i));
    KeepTable<Town> one = replica();
    KeepTable<Town> two = replica();
    assertThat(one.find("town3")).as("nothing is known before").isEmpty();

    for (KeepTable<Town> table : List.of(one, two)) {
      await().atMost(SOON).until(table::isReady);
      assertThat(table.health().getStatus()).isEqualTo(Status.UP);
      assertThat(table.all()).hasSize(10);
      assertThat(table.find("town3")).contains(new Town("town3", 23));
    }
  }

  @Test
  void isReadyWhenThereIsNothing() {
    KeepTable<Town> table = replica();

    await().atMost(SOON).until(table::isReady);
    assertThat(table.all()).isEmpty();
  }

  @Test
  void isNotReadyWhileItsTopicIsMissing() {
    var table = RunningRuntime.shared().part(Tables.class).keep("no-such-topic", Town.class);
    replicas.add(table);
    table.start();

    await().during(Duration.ofMillis(400)).atMost(SOON).until(() -> !table.isReady());
    assertThat(table.health().getStatus()).isEqualTo(Status.DOWN);
  }

  @Test
  void followsChangesRemovalsAndNewPartitions() throws Exception {
    KeepTable<Town> table = replica();
    await().atMost(SOON).until(table::isReady);

    publish("rome", 1);
    publish("rome", 2);
    publish("oslo", 3);
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(table.all())
                .isEqualTo(Map.of("rome", new Town("rome", 2), "oslo", new Town("oslo", 3))));

    TestTopic.publish(new ProducerRecord<>(topic.name(), "rome".getBytes(UTF_8), null));
    await().atMost(SOON).until(() -> table.find("rome").isEmpty());

    TestTopic.admin().createPartitions(Map.of(topic.name(), NewPartitions.increaseTo(4))).all();
    await()
        .atMost(Duration.ofMinutes(1))
        .ignoreExceptions()
        .until(() -> {
          var key = "kyiv".getBytes(UTF_8);
          var value = "{\"name\":\"kyiv\",\"people\":4}".getBytes(UTF_8);
          TestTopic.publish(new ProducerRecord<>(topic.name(), 3, key, value));
          return table.find("kyiv").isPresent();
        });
  }

  @Test
  void leavesOutWhatItCanNotRead() {
    publish("rome", 1);
    topic.publish("rome", "no json");
    topic.publish("oslo", "[]");
    KeepTable<Town> table = replica();

    await().atMost(SOON).until(table::isReady);
    assertThat(table.all()).containsOnlyKeys("rome");
  }

  @Test
  void keepsWhatItHasWhileKafkaIsGoneAndGoesOnWhereItWas() {
    publish("rome", 1);
    var gone = new AtomicBoolean();
    var failures = new AtomicInteger();
    KeepTable<Town> table =
        new KeepTable<>(
            topic.name(),
            bytes -> Json.read(bytes, Town.class),
            () -> cuttable(Backends.kafka(), gone, failures));
    replicas.add(table);
    table.start();
    await().atMost(SOON).until(table::isReady);

    gone.set(true);
    await().atMost(SOON).until(() -> failures.get() > 0);
    publish("oslo", 2);
    await()
        .during(Duration.ofMillis(500))
        .atMost(SOON)
        .until(() -> table.isReady() && table.all().keySet().equals(Set.of("rome")));

    gone.set(false);
    await().atMost(SOON).until(() -> table.find("oslo").isPresent());
    assertThat(table.all()).hasSize(2);
  }

  /** Fails as a consumer does whose brokers are away. */
  private static KafkaConsumer<byte[], byte[]> cuttable(
      TestKafka kafka, AtomicBoolean gone, AtomicInteger failures) {
    Map<String, Object> properties =
        Map.of("bootstrap.servers", kafka.bootstrapServers(), "auto.offset.reset", "earliest");
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer()) {
      @Override
      public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        if (gone.get()) {
          failures.incrementAndGet();
          throw new KafkaException("gone");
        }
        return super.poll(timeout);
      }
    };
  }
}
