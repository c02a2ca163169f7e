package io.herald.bot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.herald.backends.Backends;
import io.herald.backends.ReadTopic;
import io.herald.bot.command.Command;
import io.herald.bot.command.SignButtons;
import io.herald.bot.command.WriteText;
import io.herald.model.json.Json;
import io.herald.model.message.Button;
import io.herald.model.message.OutboundMessage;
import io.herald.model.message.TextContent;
import io.herald.model.topic.RecordHeaders;
import io.herald.model.topic.Topics;
import io.herald.runtime.account.AccountIndex;
import io.herald.runtime.index.Indexes;
import io.herald.runtime.index.KeepIndex;
import io.herald.runtime.kafka.PublishRecord;
import io.herald.runtime.redis.RedisLink;
import io.herald.runtime.schedule.ScheduleIndex;
import io.herald.runtime.schedule.ScheduleKeys;
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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The bot service in front of a real Kafka and Redis, and a fresh chat with it for each test. */
@SpringBootTest(
    classes = {BotService.class, RunningBot.Indexed.class, RunningBot.MayStumble.class},
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "TELEGRAM_BOT_TOKEN=123456:of-the-tests",
      "TELEGRAM_ALLOWED_USER_IDS=42",
      "TELEGRAM_ADMIN_USER_IDS=43",
      "herald.commands.rate=1000000/s",
      "herald.commands.burst=1000000",
      "herald.commands.others=weather=Tells the weather",
      "herald.signing.secret=a key of the tests, and of nobody else",
      "PUBLIC_BASE_URL=https://herald.example.org/",
      // A machine that is busy with other things answers late: none of what is tested.
      "spring.data.redis.timeout=5s"
    })
public abstract class RunningBot {

  protected static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  protected static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  protected static final Duration SOON = Duration.ofMinutes(1);
  // Fresh for every run, since the backends may be older than the run.
  protected static final AtomicLong NUMBERS = new AtomicLong(System.currentTimeMillis());

  @Autowired protected PublishRecord publish;
  @Autowired private SignButtons sign;
  @Autowired private List<KeepIndex> indexes;

  @Value("${spring.kafka.bootstrap-servers}")
  protected String kafka;

  protected long chat = NUMBERS.incrementAndGet();
  protected Instant now = NOON;

  @LocalServerPort private int port;
  private ReadTopic outbound;

  /** As the gateway and the scheduler do it. */
  @TestConfiguration(proxyBeanMethods = false)
  static class Indexed {
    @Bean
    KeepIndex accountIndex(Indexes indexes, RedisLink redis) {
      return indexes.keep(AccountIndex.SPEC, new AccountIndex(redis));
    }

    @Bean
    KeepIndex scheduleIndex(Indexes indexes, RedisLink redis) {
      return indexes.keep(ScheduleKeys.INDEX, new ScheduleIndex(redis));
    }
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class MayStumble {
    @Bean
    Command stumble() {
      return new Stumble();
    }
  }

  @DynamicPropertySource
  static void backends(DynamicPropertyRegistry registry) {
    registry.add("KAFKA_BOOTSTRAP_SERVERS", Backends.kafka()::bootstrapServers);
    registry.add("spring.data.redis.url", Backends.redis()::url);
  }

  @BeforeEach
  void readOutbound() {
    await().atMost(SOON).until(() -> get("/actuator/health/readiness").statusCode() == 200);
    indexes.forEach(index -> await().atMost(SOON).until(() -> index.isComplete().block(SOON)));
    outbound = new ReadTopic(kafka, Topics.OUTBOUND_INTERACTIVE);
  }

  @AfterEach
  void close() {
    outbound.close();
  }

  /** Somebody writes in the private chat; the update's id. */
  protected long says(long user, String text) {
    long id = NUMBERS.incrementAndGet();
    publish(id, said(id, user, text));
    return id;
  }

  protected String said(long id, long user, String text) {
    return "{\"update_id\":%d,\"message\":{\"from\":{\"id\":%d,\"first_name\":\"Ada\",\"username\":\"ada\"},\"chat\":{\"id\":%d,\"type\":\"private\"},\"text\":\"%s\"}}"
        .formatted(id, user, chat, text);
  }

  /** What a button carries that was put up in the private chat with this as its data. */
  protected String signed(String data) {
    var message = new WriteText().plain("press").row(Button.callback("Press", data)).done();
    var signed = (TextContent) sign.sign("main", String.valueOf(chat), message);
    return signed.keyboard().getFirst().getFirst().callbackData();
  }

  /** Somebody presses a button of a message in the private chat; the update's id. */
  protected long presses(long user, String data) {
    long id = NUMBERS.incrementAndGet();
    publish(id, pressed(id, user, data));
    return id;
  }

  protected String pressed(long id, long user, String data) {
    return "{\"update_id\":%d,\"callback_query\":{\"id\":\"q\",\"data\":\"%s\",\"from\":{\"id\":%d},\"message\":{\"chat\":{\"id\":%d,\"type\":\"private\"}}}}"
        .formatted(id, data, user, chat);
  }

  protected void publish(long id, String json) {
    publish.publish(update(id, json)).block(SOON);
  }

  protected ProducerRecord<byte[], byte[]> update(long id, String json) {
    byte[] key = String.valueOf(chat).getBytes(UTF_8);
    var record = new ProducerRecord<>(Topics.UPDATES, key, json.getBytes(UTF_8));
    record
        .headers()
        .add(RecordHeaders.BOT, "main".getBytes(UTF_8))
        .add(RecordHeaders.UPDATE_ID, String.valueOf(id).getBytes(UTF_8))
        .add(RecordHeaders.RECEIVED_AT, String.valueOf(now.toEpochMilli()).getBytes(UTF_8))
        .add(RecordHeaders.TRACEPARENT, ("00-" + TRACE + "-b7ad6b7169203331-01").getBytes(UTF_8));
    return record;
  }

  /** Waits for so many replies to the chat, since the test began. */
  protected List<ConsumerRecord<byte[], byte[]>> replies(int count) {
    byte[] key = ("main:" + chat).getBytes(UTF_8);
    return new ArrayList<>(outbound.await(count, record -> Arrays.equals(record.key(), key)));
  }

  /** The reply of that number, from 1. */
  protected OutboundMessage reply(int number) {
    return message(replies(number).get(number - 1));
  }

  /** The text of the reply of that number, from 1. */
  protected TextContent text(int number) {
    return (TextContent) reply(number).content();
  }

  protected static OutboundMessage message(ConsumerRecord<byte[], byte[]> record) {
    return Json.read(record.value(), OutboundMessage.class);
  }

  protected static String id(long updateId, int index) {
    return "update:main:" + updateId + ":" + index;
  }

  protected static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }

  protected HttpResponse<String> get(String path) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
