package io.herald.runtime.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.backends.Backends;
import io.herald.backends.BesideOthers;
import io.herald.model.json.MalformedRecord;
import io.herald.model.topic.RecordHeaders;
import io.herald.model.topic.TopicSpec;
import io.herald.model.topic.Topics;
import io.herald.runtime.RunningRuntime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Compressed, a record may be larger on the topic than Herald can publish it again. */
@BesideOthers
class TooLargeRecordTest {

  private static final byte[] LARGE = "x".repeat(TopicSpec.MAX_RECORD_BYTES + 1).getBytes(UTF_8);

  private final List<String> handled = new CopyOnWriteArrayList<>();
  private TestTopic topic;
  private ConsumeInOrder consumer;

  @BeforeEach
  void publish() throws Exception {
    topic = TestTopic.of(1);
    Map<String, Object> compressing =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            Backends.kafka().bootstrapServers(),
            ProducerConfig.COMPRESSION_TYPE_CONFIG,
            "gzip",
            ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
            4 * TopicSpec.MAX_RECORD_BYTES);
    try (var producer =
        new KafkaProducer<>(compressing, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic.name(), "key".getBytes(UTF_8), LARGE)).get();
    }
    topic.publish("key", "next");
  }

  @AfterEach
  void stop() {
    consumer.stop();
  }

  @Test
  void isPutAsideByItsBeginning() {
    consume(Mono.error(new MalformedRecord("is too large", null)));

    ConsumerRecord<byte[], byte[]> letter = awaitLetter();

    assertThat(letter.value()).hasSize(DeadLetters.BEGINNING).startsWith('x', 'x');
    assertThat(letter.key()).isEqualTo("key".getBytes(UTF_8));
    assertThat(header(letter, RecordHeaders.REASON)).isEqualTo("malformed");
    assertThat(header(letter, RecordHeaders.CUT)).isEqualTo(topic.name() + "-0@0");
  }

  @Test
  void isPutAsideWhenTheHandlerCantPublishItEither() {
    consume(Mono.error(new RecordTooLargeException("it is")));

    assertThat(header(awaitLetter(), RecordHeaders.ERROR)).contains("RecordTooLarge");
  }

  private void consume(Mono<Void> large) {
    var spec =
        new ConsumerSpec(
            "group-" + topic.name(), List.of(topic.name()), 1, "test", Duration.ofSeconds(5));
    RecordHandler handler =
        received ->
            received.value().length == LARGE.length
                ? large
                : Mono.fromRunnable(() -> handled.add(new String(received.value(), UTF_8)));
    consumer = RunningRuntime.shared().part(Consumers.class).inOrder(spec, handler);
    consumer.start();
  }

  /** And what comes behind it flows on. */
  private ConsumerRecord<byte[], byte[]> awaitLetter() {
    await().atMost(Duration.ofMinutes(1)).until(() -> handled.equals(List.of("next")));
    return TestTopic.all(Topics.DEAD_LETTERS).stream()
        .filter(it -> header(it, RecordHeaders.SOURCE_TOPIC).equals(topic.name()))
        .findFirst()
        .orElseThrow();
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
