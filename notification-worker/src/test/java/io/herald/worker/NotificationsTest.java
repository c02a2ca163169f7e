package io.herald.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.model.delivery.DeliveryEvent;
import io.herald.model.delivery.DeliveryStatus;
import io.herald.model.json.Json;
import io.herald.model.topic.RecordHeaders;
import io.herald.model.topic.Topics;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** From the topic of notifications to Telegram. */
@TestPropertySource(
    properties = {
      "TELEGRAM_BOT_TOKEN=123456:AbC-dEf_gHi",
      "herald.routes=two=chat:-1009000001,chat:-1009000002",
    })
class NotificationsTest extends WorkerFixture {

  private static final AtomicLong IDS = new AtomicLong(System.currentTimeMillis());

  private final String id = "n" + IDS.incrementAndGet();

  @BeforeEach
  void ready() {
    awaitReady();
  }

  @Test
  void sendsWhatIsPublished() {
    publish(
        """
        {"id":"%s","to":{"chat":"%s"},"priority":"standard","title":"Paid",
         "text":"Order **4711** is paid","format":"markdown"}
        """);

    assertThat(awaitTexts(1)).containsExactly("Paid\nOrder 4711 is paid");
    List<DeliveryEvent> told = awaitTold(2);
    assertThat(told)
        .extracting(DeliveryEvent::status)
        .containsExactlyInAnyOrder(DeliveryStatus.PENDING, DeliveryStatus.SENT);
    assertThat(told)
        .extracting(DeliveryEvent::messageId)
        .containsOnly("notification:" + id + ":chat:" + chat + ":0");
  }

  @Test
  void sendsOnceWhatIsPublishedTwice() {
    String json =
        """
        {"id":"%s","to":{"chat":"%s"},"text":"once","dedupeKey":"k","cooldown":"30m"}
        """;
    publish(json);
    publish(json);
    publish("{\"id\":\"%s-next\",\"to\":{\"chat\":\"%s\"},\"text\":\"next\"}");

    assertThat(awaitTexts(2)).containsExactly("once", "next");
  }

  @Test
  void sparesDuplicates() {
    publish("{\"id\":\"%s\",\"to\":{\"chat\":\"%s\"},\"text\":\"one\",\"dedupeKey\":\"k\"}");
    publish("{\"id\":\"%s-b\",\"to\":{\"chat\":\"%s\"},\"text\":\"two\",\"dedupeKey\":\"k\"}");
    publish("{\"id\":\"%s-c\",\"to\":{\"chat\":\"%s\"},\"text\":\"three\",\"dedupeKey\":\"l\"}");

    assertThat(awaitTexts(2)).containsExactly("one", "three");
    assertThat(awaitTold(id + "-b", 1).getFirst().errorClass()).isEqualTo("duplicate");
  }

  @Test
  void keepsTheCooldown() {
    publish("{\"id\":\"%s\",\"to\":{\"chat\":\"%s\"},\"text\":\"one\",\"cooldown\":\"1h\"}");
    publish("{\"id\":\"%s-b\",\"to\":{\"chat\":\"%s\"},\"text\":\"two\",\"cooldown\":\"1h\"}");
    publish(
        "{\"id\":\"%s-c\",\"to\":{\"chat\":\"%s\"},\"text\":\"three\",\"cooldown\":\"1h\",\"kind\":\"other\"}");

    assertThat(awaitTexts(2)).containsExactly("one", "three");
    assertThat(awaitTold(id + "-b", 1).getFirst().errorClass()).isEqualTo("cooldown");
  }

  @Test
  void putsABadRecordAsideAndFlowsOn() {
    publish(
        """
        {"id":"%s","to":{"chat":"%s","user":"ann"},"priority":"soon","text":"x"}
        """);
    publish("{\"id\":\"%s-next\",\"to\":{\"chat\":\"%s\"},\"text\":\"next\"}");

    assertThat(awaitTexts(1)).containsExactly("next");
    DeliveryEvent told = awaitTold(1).getFirst();
    assertThat(told.status()).isEqualTo(DeliveryStatus.FAILED);
    assertThat(told.errorClass()).isEqualTo("malformed");
    assertThat(told.error()).contains("/to", "/priority");
    try (var letters = new ReadTopic(kafka, Topics.DEAD_LETTERS)) {
      byte[] key = chat.getBytes(UTF_8);
      var letter = letters.await(1, it -> Objects.deepEquals(it.key(), key)).getFirst();
      assertThat(new String(letter.headers().lastHeader(RecordHeaders.ERROR).value(), UTF_8))
          .contains("/to", "/priority");
    }
  }

  @Test
  void keepsTheOrderOfOneRecipient() {
    String long_ = "word ".repeat(1500);
    for (int i = 0; i < 5; i++) {
      publish(
          "{\"id\":\"%s-"
              + i
              + "\",\"to\":{\"chat\":\"%s\"},\"text\":\""
              + i
              + ' '
              + long_
              + "\"}");
    }

    List<String> texts = awaitTexts(10);
    for (int i = 0; i < 5; i++) {
      assertThat(texts.get(2 * i)).startsWith(i + " word").endsWith("[1/2]");
      assertThat(texts.get(2 * i + 1)).endsWith("[2/2]");
    }
  }

  @Test
  void waitsUntilItIsDue() {
    long due = System.currentTimeMillis() + 3_000;
    publish(
        "{\"id\":\"%s\",\"to\":[{\"chat\":\"%s\"},{\"route\":\"two\"}],\"text\":\"later\",\"notBefore\":\""
            + java.time.Instant.ofEpochMilli(due)
            + "\"}");

    assertThat(awaitTexts(1)).containsExactly("later");
    assertThat(System.currentTimeMillis()).isBetween(due, due + 2_500);
    assertThat(awaitTold(6)).extracting(DeliveryEvent::messages).contains(3);
  }

  @Test
  void publishesFigures() {
    publish("{\"id\":\"%s\",\"to\":{\"chat\":\"%s\"},\"template\":\"none\"}");
    awaitTold(1);

    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(get("/actuator/prometheus").body())
                .contains("herald_expand_notifications_total{outcome=\"expanded\"}")
                .contains("reason=\"unknown_template\",status=\"failed\"")
                .contains("herald_deferred_waiting"));
  }

  private void publish(String json) {
    publish
        .publish(
            new ProducerRecord<>(
                Topics.NOTIFICATIONS,
                chat.getBytes(UTF_8),
                json.formatted(id, chat).getBytes(UTF_8)))
        .block(SOON);
  }

  private List<DeliveryEvent> awaitTold(int count) {
    return awaitTold(id, count);
  }

  private List<DeliveryEvent> awaitTold(String notification, int count) {
    byte[] key = notification.getBytes(UTF_8);
    try (var deliveries = new ReadTopic(kafka, Topics.DELIVERIES)) {
      return deliveries.await(count, it -> Objects.deepEquals(it.key(), key)).stream()
          .map(it -> Json.read(it.value(), DeliveryEvent.class))
          .toList();
    }
  }
}
