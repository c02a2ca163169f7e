package io.herald.worker.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.backends.Backends;
import io.herald.model.topic.RecordHeaders;
import io.herald.model.topic.Topics;
import io.herald.runtime.kafka.KafkaReachability;
import io.herald.runtime.kafka.PublishRecord;
import io.herald.worker.NotificationWorker;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A worker without a bot, so that what is replayed stays where it was put. */
@SpringBootTest(
    classes = NotificationWorker.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties =
        "herald.api.keys="
            // printf %s root-key | sha256sum, and reader-key.
            + "root=53ee2a345a1cbf8f01c840e98e2c72e8826b89578da737d03dd600c68bb67f83:admin;"
            + "reader=ec4408df15da46b328f6f3246fa723d0aa6cb0f0a0dd9c4626080ab1b02aa3b2:notify.read")
abstract class DeadLetterFixture {

  static final Duration SOON = Duration.ofMinutes(1);
  static final String ROOT = "root-key";
  static final String READER = "reader-key";

  // Fresh for every run, since the backends may be older than the run.
  private static final AtomicLong NUMBERS = new AtomicLong(System.currentTimeMillis());

  @Autowired private PublishRecord publish;
  @Autowired private KafkaReachability reachability;

  @Value("${spring.kafka.bootstrap-servers}")
  private String kafka;

  @LocalServerPort private int port;

  final String key = "main:" + NUMBERS.incrementAndGet();

  @DynamicPropertySource
  static void backends(DynamicPropertyRegistry registry) {
    registry.add("KAFKA_BOOTSTRAP_SERVERS", Backends.kafka()::bootstrapServers);
    registry.add("spring.data.redis.url", Backends.redis()::url);
  }

  @BeforeEach
  void ready() {
    await().atMost(SOON).until(() -> reachability.health().getStatus().equals(Status.UP));
    publish.learn(Topics.ALL).retry(10).block(SOON);
  }

  String address() {
    return "http://localhost:" + port;
  }

  /** Puts a letter aside as the services do. */
  void bury(String reason, String sourceTopic, byte[] value, Map<String, String> headers) {
    bury(key, reason, sourceTopic, value, headers);
  }

  void bury(
      String ofKey, String reason, String sourceTopic, byte[] value, Map<String, String> headers) {
    publish.publish(letter(ofKey, reason, sourceTopic, value, headers)).block(SOON);
  }

  /** Puts so many letters aside that were too old. */
  void buryMany(int count, byte[] value) {
    Flux.range(0, count)
        .map(_ -> letter(key, "expired", Topics.UPDATES, value, Map.of()))
        .flatMap(publish::publish, 64)
        .blockLast(SOON);
  }

  private static ProducerRecord<byte[], byte[]> letter(
      String ofKey, String reason, String sourceTopic, byte[] value, Map<String, String> headers) {
    var letter = new ProducerRecord<>(Topics.DEAD_LETTERS, ofKey.getBytes(UTF_8), value);
    add(letter, headers);
    add(
        letter,
        Map.of(
            RecordHeaders.REASON,
            reason,
            RecordHeaders.ERROR,
            "what was wrong",
            RecordHeaders.ATTEMPTS,
            "3",
            RecordHeaders.SOURCE_TOPIC,
            sourceTopic));
    return letter;
  }

  private static void add(ProducerRecord<byte[], byte[]> record, Map<String, String> headers) {
    headers.forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
  }

  /** What lies on a topic under this test's key. */
  List<ConsumerRecord<byte[], byte[]>> on(String topic) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", (Object) kafka),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
      while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
        consumer.poll(Duration.ofMillis(100)).forEach(found::add);
      }
      return found.stream()
          .filter(record -> Arrays.equals(record.key(), key.getBytes(UTF_8)))
          .toList();
    }
  }

  JsonNode list(String filter) {
    return json(200, send("GET", "?" + filter + "&key=" + key, ROOT, ""));
  }

  /** The ids of this test's letters, the newest first. */
  List<String> ids() {
    return list("limit=1000")
        .path("letters")
        .valueStream()
        .map(letter -> letter.path("id").stringValue())
        .toList();
  }

  JsonNode get(String path) {
    return json(200, send("GET", path, ROOT, ""));
  }

  JsonNode post(String path, String body) {
    return json(200, send("POST", path, ROOT, body));
  }

  /** The detail of a refusal. */
  String refusal(int status, HttpResponse<String> answer) {
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = json(status, answer);
    assertThat(problem.path("status").intValue()).isEqualTo(status);
    return problem.path("detail").stringValue();
  }

  private static JsonNode json(int status, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return JsonMapper.shared().readTree(answer.body());
  }

  HttpResponse<String> send(String method, String path, String apiKey, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(address() + "/api/admin/dead-letters" + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", "application/json");
    if (!apiKey.isEmpty()) {
      request.header("X-API-Key", apiKey);
    }
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
