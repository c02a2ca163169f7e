package io.herald.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.model.delivery.DeliveryEvent;
import io.herald.model.delivery.DeliveryStatus;
import io.herald.model.json.Json;
import io.herald.model.message.CallbackAnswer;
import io.herald.model.message.Deletion;
import io.herald.model.message.OutboundMessage;
import io.herald.model.message.TextContent;
import io.herald.model.topic.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "TELEGRAM_BOT_TOKEN=123456:AbC-dEf_gHi")
@ExtendWith(OutputCaptureExtension.class)
class NotificationWorkerTest extends WorkerFixture {

  @Autowired private ReactiveStringRedisTemplate redis;

  @BeforeEach
  void ready() {
    awaitReady();
  }

  @Test
  void sendsAChatsMessagesInOrder() {
    List<String> texts = IntStream.range(0, 100).mapToObj(i -> "text " + i).toList();

    texts.forEach(text -> publish(message(text)));

    assertThat(awaitTexts(100)).containsExactlyElementsOf(texts);
  }

  @Test
  void readsAHotChatsMessagesAgainInTheirTurn() {
    List<String> texts = IntStream.range(0, 2000).mapToObj(i -> "hot " + i).toList();

    publishAll(Lane.STANDARD, texts.stream().map(this::message).toList());

    assertThat(awaitTexts(2000)).containsExactlyElementsOf(texts);
  }

  @Test
  void sendsOnceWhenReplayed() {
    OutboundMessage first = message("first");
    publish(first);
    publish(first);
    publish(message("last"));

    assertThat(awaitTexts(2)).containsExactly("first", "last");
    assertThat(redis.opsForValue().get("out:{main}:" + first.id()).block(SOON)).startsWith("sent");
  }

  @Test
  void sendsOnceWhenReplayedAfterRedisForgot() {
    OutboundMessage first = message("first");
    publish(first);
    awaitTexts(1);
    redis.delete("out:{main}:" + first.id()).block(SOON);
    publish(first);
    publish(message("last"));

    assertThat(awaitTexts(2)).containsExactly("first", "last");
  }

  @Test
  void skipsWhatAnotherWorkerHasSent() {
    OutboundMessage sent = message("sent by another");
    redis.opsForValue().set("out:{main}:" + sent.id(), "sent:7").block(SOON);
    publish(sent);
    publish(message("last"));

    assertThat(awaitTexts(1)).containsExactly("last");
  }

  @Test
  void sendsWhatACrashLeftUncertain() {
    OutboundMessage uncertain = message("perhaps twice");
    redis.opsForValue().set("out:{main}:" + uncertain.id(), "sending:another").block(SOON);
    publish(uncertain);

    assertThat(awaitTexts(1)).containsExactly("perhaps twice");
  }

  @Test
  void waitsAsLongAsTelegramSaysAndKeepsOrder() {
    TELEGRAM.answer(
        chat, FakeTelegram.refusal(429, "Too Many Requests: retry after 1", "{\"retry_after\":1}"));
    publish(message("first"));
    publish(message("second"));

    assertThat(awaitTexts(3)).containsExactly("first", "first", "second");
    var calls = TELEGRAM.calls(chat);
    assertThat(Duration.ofNanos(calls.get(1).nanos() - calls.get(0).nanos()))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void sendsAgainAfterAProxysPageAndAfterACut() {
    TELEGRAM.answer(chat, new FakeTelegram.Answer(502, "<html>no</html>"), FakeTelegram.CUT);
    publish(message("at last"));

    assertThat(awaitTexts(3)).containsExactly("at last", "at last", "at last");
  }

  @Test
  void followsAMigratedGroup() {
    TELEGRAM.answer(
        chat,
        FakeTelegram.refusal(
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            "{\"migrate_to_chat_id\":-100%s}".formatted(chat)));
    publish(message("moved"));
    awaitTexts(1);

    await().atMost(SOON).until(() -> TELEGRAM.calls("-100" + chat).size() == 1);
  }

  @Test
  void deadLettersMalformedRecord() {
    publish("{\"id\":\"no message\"}".getBytes(UTF_8));
    publish(message("next"));

    assertThat(awaitTexts(1)).containsExactly("next");
    assertThat(awaitDeadLetter()).first().isEqualTo("malformed");
  }

  @Test
  void deadLettersWhatTelegramWillNeverTake() {
    TELEGRAM.answer(
        chat, FakeTelegram.refusal(403, "Forbidden: bot was blocked by the user", "{}"));
    OutboundMessage message = message("confidential");
    publish(message);

    assertThat(awaitDeadLetter())
        .containsExactly(
            "suspended",
            message.id() + " to chat " + chat + ": 403 Forbidden: bot was blocked by the user");
  }

  @Test
  void deadLettersWhatExpired() {
    publish(message(TextContent.plain("late"), Instant.now().minusSeconds(1)));

    assertThat(awaitDeadLetter()).first().isEqualTo("expired");
    assertThat(TELEGRAM.calls(chat)).isEmpty();
  }

  @Test
  void deadLettersATimeThatNoClockKnows() {
    publish(message(TextContent.plain("never"), Instant.MAX));
    publish(message("next"));

    assertThat(awaitTexts(1)).containsExactly("next");
    assertThat(awaitDeadLetter().getLast()).contains("expiresAt must be between");
  }

  @Test
  void sendsAReplayedLetterThatHadExpired() {
    OutboundMessage expired = message(TextContent.plain("late"), Instant.now().minusSeconds(1));
    replay(expired, Instant.now().plusSeconds(60));

    assertThat(awaitTexts(1)).containsExactly("late");
  }

  @Test
  void ignoresAPressThatCanNoLongerBeAnswered() {
    publish(message(new CallbackAnswer("q", "", false), Instant.now().minusSeconds(1)));
    publish(message("next"));

    assertThat(awaitTexts(1)).containsExactly("next");
  }

  @Test
  void readsEveryLane() {
    for (Lane lane : Lane.values()) {
      publish(lane, Json.write(message(lane.word())));
    }

    assertThat(awaitTexts(3)).containsExactlyInAnyOrder("interactive", "standard", "bulk");
  }

  @Test
  void tellsWhatBecameOfAMessage(CapturedOutput output) {
    TELEGRAM.answer(
        chat, FakeTelegram.refusal(429, "Too Many Requests: retry after 1", "{\"retry_after\":1}"));
    OutboundMessage message = message("told");
    publish(message);

    List<DeliveryEvent> told = awaitDeliveries(message, 2);
    assertThat(told)
        .extracting(DeliveryEvent::status)
        .containsExactly(DeliveryStatus.RETRYING, DeliveryStatus.SENT);
    assertThat(told.getLast().attempts()).isEqualTo(2);
    assertThat(told.getLast().messageIds()).containsExactly(7L);
    assertThat(told.getLast().latencyMs()).isGreaterThanOrEqualTo(1000);
    await()
        .atMost(SOON)
        .until(() -> output.getOut().lines().anyMatch(line -> isDelivery(line, message)));
  }

  /** The line is nothing but a JSON object. */
  private static boolean isDelivery(String line, OutboundMessage message) {
    return line.startsWith("{")
        && Json.read(line.getBytes(UTF_8), DeliveryEvent.class).messageId().equals(message.id());
  }

  @Test
  void editsWhatAReplaceKeyStandsForAndDeletesIt() {
    publish(message("v1").withReplaceKey("job"));
    publish(message("v2").withReplaceKey("job"));
    publish(message(Deletion.OF_REPLACE_KEY, Instant.now().plusSeconds(60)).withReplaceKey("job"));

    await().atMost(SOON).until(() -> TELEGRAM.calls(chat).size() >= 2);
    await()
        .atMost(SOON)
        .until(() -> TELEGRAM.calls(chat).getLast().method().equalsIgnoreCase("deleteMessage"));
    assertThat(TELEGRAM.calls(chat).getFirst().method()).isEqualToIgnoringCase("sendMessage");
  }

  @Test
  void publishesItsFigures() throws Exception {
    publish(message("counted"));
    awaitTexts(1);

    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(get("/actuator/prometheus").body())
                .contains("herald_worker_messages_total{ending=\"sent\",lane=\"interactive\"}")
                .contains("herald_worker_lag{topic=\"herald.outbound.bulk\"}")
                .doesNotContain("AbC"));
  }
}
