package io.herald.gateway.polling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.gateway.ingest.Ingestion;
import io.herald.runtime.kafka.HandCrankedKafka;
import io.herald.telegram.api.FakeBotApi;
import io.herald.telegram.outcome.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.Disposables;

/** Nothing here runs by itself: Telegram answers from a script, Kafka when it is told to. */
class PollUpdatesTest {

  private final FakeBotApi telegram = new FakeBotApi();
  private final HandCrankedKafka kafka = new HandCrankedKafka();
  private Disposable polling = Disposables.disposed();

  @AfterEach
  void stop() {
    polling.dispose();
  }

  @Test
  void removesTheWebhookBeforeItAsks() {
    telegram.thenBrings();
    poll();

    assertThat(telegram.calls()).containsExactly("deleteWebhook", "getUpdates 0");
  }

  @Test
  void asksForNothingWhileAWebhookMayStand() {
    telegram.thenFails(new Outcome.Retryable("503")).thenBrings();
    poll();
    assertThat(telegram.calls()).containsExactly("deleteWebhook");

    awaitCalls("deleteWebhook", "deleteWebhook", "getUpdates 0");
  }

  @Test
  void asksAgainFromTheSamePlaceWhenNothingCame() {
    telegram.thenBrings().thenBrings().thenBrings();
    poll();

    assertThat(telegram.calls())
        .containsExactly("deleteWebhook", "getUpdates 0", "getUpdates 0", "getUpdates 0");
  }

  @Test
  void confirmsUpdatesOnlyWhenAllOfThemAreDurable() {
    telegram.thenBrings().thenBrings(message(10, 1), message(11, 2));
    poll();
    assertThat(kafka.sent()).hasSize(2);

    kafka.acknowledge();
    assertThat(telegram.calls()).endsWith("getUpdates 0");
    kafka.acknowledge();
    assertThat(telegram.calls()).endsWith("getUpdates 12");
  }

  @Test
  void confirmsTheHighestWhateverCameLast() {
    telegram.thenBrings().thenBrings(message(12, 1), message(11, 2));
    poll();

    kafka.acknowledge();
    kafka.acknowledge();

    assertThat(telegram.calls()).endsWith("getUpdates 13");
  }

  @Test
  void keepsTheOrderWithinAChatWhileOthersOvertake() {
    telegram.thenBrings().thenBrings(message(10, 1), message(11, 1), message(12, 2));
    poll();
    assertThat(sent()).containsExactly(message(10, 1), message(12, 2));

    kafka.acknowledge();

    assertThat(sent()).containsExactly(message(10, 1), message(12, 2), message(11, 1));
  }

  @Test
  void triesAgainInPlaceWhatKafkaDoesNotTake() {
    telegram.thenBrings().thenBrings(message(10, 1), message(11, 1));
    poll();

    kafka.refuse();
    await().until(() -> kafka.sent().size() == 2);
    assertThat(sent()).containsExactly(message(10, 1), message(10, 1));
    kafka.acknowledge();
    assertThat(telegram.calls()).endsWith("getUpdates 0");
    kafka.acknowledge();

    assertThat(sent()).endsWith(message(11, 1));
    assertThat(telegram.calls()).endsWith("getUpdates 12");
  }

  @Test
  void waitsAfterAFailedCallAndGoesOnWhereItWas() {
    telegram
        .thenBrings()
        .thenBrings(message(10, 1))
        .thenFails(new Outcome.RetryAfter(Duration.ofSeconds(1)));
    poll();
    kafka.acknowledge();
    assertThat(telegram.calls()).containsExactly("deleteWebhook", "getUpdates 0", "getUpdates 11");

    awaitCalls("deleteWebhook", "getUpdates 0", "getUpdates 11", "getUpdates 11");
  }

  @Test
  void asksNoMoreWhenItIsStopped() {
    telegram.thenBrings().thenBrings(message(10, 1));
    poll();

    polling.dispose();
    kafka.acknowledge();

    assertThat(telegram.calls()).endsWith("getUpdates 0");
  }

  @Test
  void passesOnAnUpdateThatItCannotRead() {
    String deep = "{\"update_id\":10,\"message\":" + "[".repeat(200) + "]".repeat(200) + "}";
    telegram.thenBrings().thenBrings(deep);
    poll();

    kafka.acknowledge();

    assertThat(sent()).containsExactly(deep);
    assertThat(telegram.calls()).endsWith("getUpdates 11");
  }

  private void poll() {
    var updates =
        new PollUpdates("main", telegram, Ingestion.into(kafka.records()), List.of(), 100);
    polling = updates.poll().subscribe();
  }

  private void awaitCalls(String... calls) {
    await().untilAsserted(() -> assertThat(telegram.calls()).containsExactly(calls));
  }

  private List<String> sent() {
    return kafka.sent().stream().map(record -> new String(record.value(), UTF_8)).toList();
  }

  private static String message(int id, int chat) {
    return "{\"update_id\":" + id + ",\"message\":{\"chat\":{\"id\":" + chat + "}}}";
  }
}
