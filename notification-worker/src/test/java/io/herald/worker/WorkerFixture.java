package io.herald.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.backends.Backends;
import io.herald.backends.ReadTopic;
import io.herald.model.delivery.DeliveryEvent;
import io.herald.model.json.Json;
import io.herald.model.message.Content;
import io.herald.model.message.OnUnknown;
import io.herald.model.message.OutboundMessage;
import io.herald.model.message.TextContent;
import io.herald.model.topic.Lane;
import io.herald.model.topic.RecordHeaders;
import io.herald.model.topic.Topics;
import io.herald.runtime.kafka.PublishRecord;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Flux;

/** A worker between a real Kafka and a Telegram that does what the test says. */
@SpringBootTest(
    classes = NotificationWorker.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
// Beneath what a test sets itself, as a dynamic property would not be.
@TestPropertySource(
    properties = {
      "spring.data.redis.url=${test.redis.url}",
      // A machine that is busy with other things answers late: none of what is tested.
      "spring.data.redis.timeout=5s"
    })
// Two workers of one group would share the messages between them.
@DirtiesContext
abstract class WorkerFixture {

  static final Duration SOON = Duration.ofMinutes(1);
  static final FakeTelegram TELEGRAM = new FakeTelegram();

  // Fresh for every run, since the backends may be older than the run.
  private static final AtomicLong NUMBERS = new AtomicLong(System.currentTimeMillis());

  @Autowired PublishRecord publish;

  @Value("${spring.kafka.bootstrap-servers}")
  String kafka;

  @LocalServerPort private int port;

  final String chat = String.valueOf(NUMBERS.incrementAndGet());

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    registry.add("KAFKA_BOOTSTRAP_SERVERS", Backends.kafka()::bootstrapServers);
    registry.add("test.redis.url", Backends.redis()::url);
    registry.add("TELEGRAM_API_URL", TELEGRAM::url);
    // What is tested here is not the pace.
    registry.add("herald.flood.global", () -> "10000/s");
    registry.add("herald.flood.chat", () -> "10000/s");
    registry.add("herald.flood.group", () -> "10000/s");
    registry.add("herald.flood.edit", () -> "10000/s");
  }

  void awaitReady() {
    await().atMost(SOON).until(() -> get("/actuator/health/readiness").statusCode() == 200);
  }

  OutboundMessage message(String text) {
    return message(TextContent.plain(text), Instant.now().plus(Duration.ofHours(1)));
  }

  OutboundMessage message(Content content, Instant expiresAt) {
    return new OutboundMessage(
        OutboundMessage.SCHEMA_VERSION,
        "test:" + NUMBERS.incrementAndGet(),
        "main",
        chat,
        content,
        Instant.now(),
        expiresAt,
        OnUnknown.RESEND);
  }

  void publish(OutboundMessage message) {
    publish(Json.write(message));
  }

  void publish(byte[] value) {
    publish(Lane.INTERACTIVE, value);
  }

  void publish(Lane lane, byte[] value) {
    byte[] key = ("main:" + chat).getBytes(UTF_8);
    publish.publish(new ProducerRecord<>(lane.topic(), key, value)).block(SOON);
  }

  void publishAll(Lane lane, List<OutboundMessage> messages) {
    Flux.fromIterable(messages)
        .map(message ->
            new ProducerRecord<>(lane.topic(), message.key().getBytes(UTF_8), Json.write(message)))
        .flatMapSequential(publish::publish, 512)
        .blockLast(SOON);
  }

  /** As a replayed dead letter comes, with another time to give up at. */
  void replay(OutboundMessage message, Instant expiresAt) {
    byte[] key = message.key().getBytes(UTF_8);
    var record = new ProducerRecord<>(Topics.OUTBOUND_STANDARD, key, Json.write(message));
    byte[] expiry = String.valueOf(expiresAt.toEpochMilli()).getBytes(UTF_8);
    record.headers().add(RecordHeaders.EXPIRES_AT, expiry);
    publish.publish(record).block(SOON);
  }

  /** Waits for so many deliveries of the message. */
  List<DeliveryEvent> awaitDeliveries(OutboundMessage message, int count) {
    byte[] key = message.subject().getBytes(UTF_8);
    try (var deliveries = new ReadTopic(kafka, Topics.DELIVERIES)) {
      return deliveries.await(count, record -> Objects.deepEquals(record.key(), key)).stream()
          .map(record -> Json.read(record.value(), DeliveryEvent.class))
          .toList();
    }
  }

  /** Waits for so many calls for the chat; their texts. */
  List<String> awaitTexts(int count) {
    await().atMost(SOON).until(() -> TELEGRAM.calls(chat).size() >= count);
    return TELEGRAM.calls(chat).stream().map(FakeTelegram.Call::text).toList();
  }

  /** Waits for the chat's dead letter; its reason and error. */
  List<String> awaitDeadLetter() {
    byte[] key = ("main:" + chat).getBytes(UTF_8);
    try (var letters = new ReadTopic(kafka, Topics.DEAD_LETTERS)) {
      var letter = letters.await(1, record -> Objects.deepEquals(record.key(), key)).getFirst();
      assertThat(header(letter, RecordHeaders.SOURCE_TOPIC)).isEqualTo(Topics.OUTBOUND_INTERACTIVE);
      return List.of(header(letter, RecordHeaders.REASON), header(letter, RecordHeaders.ERROR));
    }
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
