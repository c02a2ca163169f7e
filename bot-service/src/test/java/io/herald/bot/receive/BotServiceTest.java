package io.herald.bot.receive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.backends.Backends;
import io.herald.bot.BotService;
import io.herald.model.json.Json;
import io.herald.model.message.CallbackAnswer;
import io.herald.model.message.OutboundMessage;
import io.herald.model.message.TextContent;
import io.herald.model.topic.RecordHeaders;
import io.herald.model.topic.Topics;
import io.herald.runtime.kafka.PublishRecord;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Flux;

@SpringBootTest(
    classes = BotService.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"TELEGRAM_ALLOWED_USER_IDS=42", "TELEGRAM_ADMIN_USER_IDS=43"})
@ExtendWith(OutputCaptureExtension.class)
class BotServiceTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final Duration SOON = Duration.ofSeconds(20);
  // Fresh for every run, since the backends may be older than the run.
  private static final AtomicLong NUMBERS = new AtomicLong(System.currentTimeMillis());

  @Autowired private PublishRecord publish;
  @Autowired private ReactiveStringRedisTemplate redis;

  @Value("${spring.kafka.bootstrap-servers}")
  private String kafka;

  @LocalServerPort private int port;
  private ReadTopic outbound;
  private final long chat = NUMBERS.incrementAndGet();

  @DynamicPropertySource
  static void backends(DynamicPropertyRegistry registry) {
    registry.add("KAFKA_BOOTSTRAP_SERVERS", Backends.kafka()::bootstrapServers);
    registry.add("spring.data.redis.url", Backends.redis()::url);
  }

  @BeforeEach
  void readOutbound() {
    await().atMost(SOON).until(() -> get("/actuator/health/readiness").statusCode() == 200);
    outbound = new ReadTopic(kafka, Topics.OUTBOUND_INTERACTIVE);
  }

  @AfterEach
  void close() {
    outbound.close();
  }

  @Test
  void repliesToStart() {
    long id = says(42, "/start");

    var record = replies(1).getFirst();
    var reply = Json.read(record.value(), OutboundMessage.class);
    assertThat(reply.id()).isEqualTo("update:main:" + id + ":0");
    assertThat(new String(record.key(), UTF_8)).isEqualTo("main:" + chat);
    assertThat(reply.createdAt()).isEqualTo(NOON);
    assertThat(reply.expiresAt()).isEqualTo(NOON.plus(Duration.ofHours(24)));
    assertThat(((TextContent) reply.content()).text()).startsWith("Hello, Ada!");
    assertThat(header(record, RecordHeaders.TRACEPARENT)).startsWith("00-" + TRACE);
  }

  @Test
  void answersThePressOfAButtonBeforeItsQueryIsTooOld() {
    long id = NUMBERS.incrementAndGet();
    publish(
        id,
        "{\"update_id\":%d,\"callback_query\":{\"id\":\"q\",\"data\":\"help\",\"from\":{\"id\":43},\"message\":{\"chat\":{\"id\":%d}}}}"
            .formatted(id, chat));

    var replies = replies(2).stream().map(BotServiceTest::message).toList();
    assertThat(replies).extracting(OutboundMessage::id).containsExactly(id(id, 0), id(id, 1));
    assertThat(replies.getFirst().content()).isEqualTo(new CallbackAnswer("q", "", false));
    assertThat(replies.getFirst().expiresAt()).isEqualTo(NOON.plusSeconds(150));
  }

  @Test
  void keepsOrderWithinAChat() {
    long first = NUMBERS.addAndGet(300);
    List<Long> ids = LongStream.range(first, first + 200).boxed().toList();
    NUMBERS.addAndGet(200);

    Flux.fromIterable(ids)
        .flatMapSequential(id -> publish.publish(update(id, said(id, 42, "/help"))), 64)
        .blockLast(SOON);

    assertThat(replies(200))
        .extracting(record -> message(record).id())
        .containsExactlyElementsOf(ids.stream().map(id -> id(id, 0)).toList());
  }

  @Test
  void repliesTheSameWhenAnUpdateIsReplayed() {
    long id = says(42, "/start");
    publish(id, said(id, 42, "/start"));

    var replies = replies(2);
    assertThat(replies.getFirst().value()).isEqualTo(replies.getLast().value());
  }

  @Test
  void refusesStrangersAndWritesAudit(CapturedOutput output) {
    long id = says(666, "/start with a secret");

    var reply = message(replies(1).getFirst());
    assertThat(((TextContent) reply.content()).text()).contains("666");
    assertThat(output.getOut())
        .contains("refused user=666 chat=" + chat + " bot=main update=" + id + " attempt=start")
        .doesNotContain("secret");
  }

  @Test
  void liftsTheSuspensionOfWhoeverWrites() {
    suspend(chat);
    says(666, "a stranger, who may be told so");
    replies(1);

    assertThat(isSuspended(chat)).isFalse();
  }

  @Test
  void liftsTheSuspensionOfAChatThatTakesTheBotIn() {
    suspend(-chat);
    membership("kicked");
    says(42, "/start");
    replies(1);
    assertThat(isSuspended(-chat)).isTrue();

    membership("member");

    await().atMost(SOON).until(() -> !isSuspended(-chat));
  }

  @Test
  void leavesTheSuspensionOfAGroupWhereSomebodyTalks() {
    suspend(-chat);
    long id = NUMBERS.incrementAndGet();
    publish(
        id,
        "{\"update_id\":%d,\"message\":{\"from\":{\"id\":42},\"chat\":{\"id\":-%d,\"type\":\"group\"},\"text\":\"hi\"}}"
            .formatted(id, chat));
    says(42, "/start");
    replies(1);

    assertThat(isSuspended(-chat)).isTrue();
  }

  private void suspend(long who) {
    redis.opsForValue().set("suspended:{main}:" + who, "blocked").block(SOON);
  }

  private boolean isSuspended(long who) {
    return Boolean.TRUE.equals(redis.hasKey("suspended:{main}:" + who).block(SOON));
  }

  private void membership(String status) {
    long id = NUMBERS.incrementAndGet();
    publish(
        id,
        "{\"update_id\":%d,\"my_chat_member\":{\"chat\":{\"id\":-%d,\"type\":\"group\"},\"new_chat_member\":{\"status\":\"%s\"}}}"
            .formatted(id, chat, status));
  }

  @Test
  void deadLettersMalformedRecordAndGoesOn() {
    byte[] garbage = ("garbage " + chat).getBytes(UTF_8);
    publish(1, new String(garbage, UTF_8));
    says(42, "/start");

    assertThat(replies(1)).hasSize(1);
    try (var letters = new ReadTopic(kafka, Topics.DEAD_LETTERS)) {
      var letter = letters.await(1, record -> Arrays.equals(record.value(), garbage)).getFirst();
      assertThat(header(letter, RecordHeaders.REASON)).isEqualTo("malformed");
      assertThat(header(letter, RecordHeaders.SOURCE_TOPIC)).isEqualTo(Topics.UPDATES);
      assertThat(header(letter, RecordHeaders.ERROR)).doesNotContain("garbage");
    }
  }

  @Test
  void publishesItsFigures() {
    says(42, "/start");
    replies(1);

    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(get("/actuator/prometheus").body())
                .contains("herald_bot_updates_total{", "herald_bot_commands_total{"));
  }

  private long says(long user, String text) {
    long id = NUMBERS.incrementAndGet();
    publish(id, said(id, user, text));
    return id;
  }

  private String said(long id, long user, String text) {
    return "{\"update_id\":%d,\"message\":{\"from\":{\"id\":%d,\"first_name\":\"Ada\"},\"chat\":{\"id\":%d,\"type\":\"private\"},\"text\":\"%s\"}}"
        .formatted(id, user, chat, text);
  }

  private void publish(long id, String json) {
    publish.publish(update(id, json)).block(SOON);
  }

  private ProducerRecord<byte[], byte[]> update(long id, String json) {
    byte[] key = String.valueOf(chat).getBytes(UTF_8);
    var record = new ProducerRecord<>(Topics.UPDATES, key, json.getBytes(UTF_8));
    record
        .headers()
        .add(RecordHeaders.BOT, "main".getBytes(UTF_8))
        .add(RecordHeaders.UPDATE_ID, String.valueOf(id).getBytes(UTF_8))
        .add(RecordHeaders.RECEIVED_AT, String.valueOf(NOON.toEpochMilli()).getBytes(UTF_8))
        .add(RecordHeaders.TRACEPARENT, ("00-" + TRACE + "-b7ad6b7169203331-01").getBytes(UTF_8));
    return record;
  }

  private List<ConsumerRecord<byte[], byte[]>> replies(int count) {
    byte[] key = ("main:" + chat).getBytes(UTF_8);
    return new ArrayList<>(outbound.await(count, record -> Arrays.equals(record.key(), key)));
  }

  private static OutboundMessage message(ConsumerRecord<byte[], byte[]> record) {
    return Json.read(record.value(), OutboundMessage.class);
  }

  private static String id(long updateId, int index) {
    return "update:main:" + updateId + ":" + index;
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }

  private HttpResponse<String> get(String path) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
