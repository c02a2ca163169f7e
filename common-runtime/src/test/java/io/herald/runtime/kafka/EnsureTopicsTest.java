package io.herald.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.backends.Backends;
import io.herald.backends.BesideOthers;
import io.herald.model.topic.TopicSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

@BesideOthers
class EnsureTopicsTest {

  private static final Duration SOON = Duration.ofMinutes(1);

  private final TopicSpec one = new TopicSpec("ensure-" + UUID.randomUUID(), Duration.ofDays(7));
  private final TopicSpec two = new TopicSpec("ensure-" + UUID.randomUUID(), Duration.ofDays(30));

  @Test
  void createsWhatIsMissing() {
    ensure(3, one, two).block(SOON);

    assertThat(description(one).partitions()).hasSize(3);
    assertThat(retentionMillis(one)).isEqualTo(Duration.ofDays(7).toMillis());
    assertThat(retentionMillis(two)).isEqualTo(Duration.ofDays(30).toMillis());
  }

  @Test
  void compactsWhatIsKeptForEver() {
    TopicSpec last = TopicSpec.compacted(one.name());
    TopicSpec week = TopicSpec.compacted(two.name(), Duration.ofDays(7));
    ensure(1, last, week).block(SOON);

    assertThat(config(last, "cleanup.policy")).isEqualTo("compact");
    assertThat(config(week, "cleanup.policy")).isEqualTo("compact");
    assertThat(config(last, "min.compaction.lag.ms")).isEqualTo("0");
    assertThat(config(week, "min.compaction.lag.ms"))
        .isEqualTo(String.valueOf(Duration.ofDays(7).toMillis()));
  }

  @Test
  void leavesWhatExistsAlone() {
    ensure(1, one).block(SOON);

    ensure(3, new TopicSpec(one.name(), Duration.ofDays(1)), two).block(SOON);

    assertThat(description(one).partitions()).hasSize(1);
    assertThat(retentionMillis(one)).isEqualTo(Duration.ofDays(7).toMillis());
    assertThat(description(two).partitions()).hasSize(3);
  }

  @Test
  void doesNotMindAnotherServiceDoingTheSame() {
    Mono.when(ensure(2, one, two), ensure(2, one, two), ensure(2, two, one)).block(SOON);

    assertThat(description(one).partitions()).hasSize(2);
    assertThat(description(two).partitions()).hasSize(2);
  }

  @Test
  void endsOnlyWhenWhatItMadeTakesRecords() throws Exception {
    TopicSpec[] many =
        Stream.generate(() -> new TopicSpec("ensure-" + UUID.randomUUID(), Duration.ofDays(1)))
            .limit(20)
            .toArray(TopicSpec[]::new);

    ensure(6, many).block(SOON);

    try (var producer = new KafkaProducer<byte[], byte[]>(tryingOnce())) {
      var sent = new ArrayList<Future<RecordMetadata>>();
      for (TopicSpec topic : many) {
        sent.add(producer.send(new ProducerRecord<>(topic.name(), 5, null, new byte[1])));
      }
      for (Future<RecordMetadata> one : sent) {
        assertThat(one.get().hasOffset()).isTrue();
      }
    }
  }

  private static Map<String, Object> tryingOnce() {
    return Map.of(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
        Backends.kafka().bootstrapServers(),
        ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
        ByteArraySerializer.class,
        ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
        ByteArraySerializer.class,
        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
        false,
        ProducerConfig.RETRIES_CONFIG,
        0);
  }

  private static Mono<Void> ensure(int partitions, TopicSpec... topics) {
    var settings = new TopicSettings(partitions, (short) 1);
    return new EnsureTopics(TestTopic.admin(), settings, List.of(topics)).ensure();
  }

  // A broker may say for a moment that it does not know what it has just created.
  private static TopicDescription description(TopicSpec topic) {
    return await()
        .ignoreExceptions()
        .until(
            () -> {
              var described = TestTopic.admin().describeTopics(List.of(topic.name()));
              return described.topicNameValues().get(topic.name()).get();
            },
            Objects::nonNull);
  }

  private static long retentionMillis(TopicSpec topic) {
    return Long.parseLong(config(topic, "retention.ms"));
  }

  private static String config(TopicSpec topic, String name) {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    return await()
        .ignoreExceptions()
        .until(
            () -> {
              var described = TestTopic.admin().describeConfigs(List.of(resource));
              return described.values().get(resource).get().get(name).value();
            },
            Objects::nonNull);
  }
}
