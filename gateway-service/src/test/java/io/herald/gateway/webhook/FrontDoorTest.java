package io.herald.gateway.webhook;

import static io.herald.gateway.WebhookClient.SECRET_HEADER;
import static io.herald.gateway.WebhookClient.message;
import static io.herald.gateway.WebhookClient.newUpdateId;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.gateway.PublishedUpdates;
import io.herald.gateway.RunningGateway;
import io.herald.gateway.WebhookClient;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Telegram sees of the webhook, and what of it is in Kafka then. */
class FrontDoorTest {

  private static WebhookClient telegram;
  private static PublishedUpdates published;

  @BeforeAll
  static void open() {
    telegram = new WebhookClient(RunningGateway.shared());
    published = RunningGateway.shared().published();
  }

  @AfterAll
  static void close() {
    published.close();
  }

  @Test
  void publishesTheUpdateUntouchedBeforeItAnswers() {
    long id = newUpdateId();
    long before = System.currentTimeMillis();
    String update =
        """
        { "update_id" : %d ,
          "message": {"from":{"id":5},"chat":{"id":-100},"text":"Ünï \\u2764 ❤","new":[]}}\r
        """
            .formatted(id);

    HttpResponse<String> answer = telegram.deliver(update);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(published.of(id))
        .singleElement()
        .satisfies(record -> {
          assertThat(new String(record.value(), UTF_8)).isEqualTo(update);
          assertThat(new String(record.key(), UTF_8)).isEqualTo("-100");
          assertThat(header(record, "bot")).isEqualTo("main");
          assertThat(Long.parseLong(header(record, "received-at")))
              .isBetween(before, System.currentTimeMillis());
          assertThat(header(record, "traceparent"))
              .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
          assertThat(header(record, "dedupe")).isEmpty();
        });
  }

  @Test
  void servesEveryBotWithItsOwnSecret() {
    long id = newUpdateId();
    var delivery =
        telegram.delivery("{\"update_id\":" + id + "}").uri(at("/telegram/webhook/alerts"));
    assertThat(telegram.send(delivery).statusCode()).isEqualTo(401);

    delivery.setHeader(SECRET_HEADER, RunningGateway.ALERTS_SECRET);
    assertThat(telegram.send(delivery).statusCode()).isEqualTo(200);

    assertThat(published.of(id))
        .singleElement()
        .satisfies(record -> {
          assertThat(header(record, "bot")).isEqualTo("alerts");
          // Nobody's update: the bot is its key.
          assertThat(new String(record.key(), UTF_8)).isEqualTo("alerts");
        });
  }

  @Test
  void keepsUpdatesOfTwoBotsApart() {
    long id = newUpdateId();
    telegram.deliver(message(id, 5));
    var other = telegram.delivery(message(id, 5)).uri(at("/telegram/webhook/alerts"));

    other.setHeader(SECRET_HEADER, RunningGateway.ALERTS_SECRET);

    assertThat(telegram.send(other).statusCode()).isEqualTo(200);
    assertThat(published.of(id)).hasSize(2);
  }

  @Test
  void answersToItsOldAddress() {
    long id = newUpdateId();
    var delivery = telegram.delivery(message(id, 5)).uri(at("/api/telegram/webhook"));

    assertThat(telegram.send(delivery).statusCode()).isEqualTo(200);
    assertThat(published.of(id)).hasSize(1);
  }

  @Test
  void publishesAResentUpdateOnce() {
    long id = newUpdateId();
    for (int time = 0; time < 3; time++) {
      assertThat(telegram.deliver(message(id, 5)).statusCode()).isEqualTo(200);
    }

    assertThat(published.of(id)).hasSize(1);
  }

  @Test
  void publishesAnUpdateOnceThoughItComesManyTimesAtOnce() {
    long id = newUpdateId();
    List<HttpResponse<String>> answers =
        answers(IntStream.range(0, 32).mapToObj(_ -> telegram.delivering(message(id, 5))));

    assertThat(answers)
        .anySatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200))
        .allSatisfy(answer -> {
          assertThat(answer.statusCode()).isIn(200, 503);
          if (answer.statusCode() == 503) {
            assertThat(retryAfter(answer)).isBetween(1L, 10L);
          }
        });
    assertThat(published.of(id)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"from_the_future\":{\"chat\":{\"id\":9},\"anything\":[{\"goes\":null}]}",
        "\"message\":{\"chat\":{\"id\":9},\"unheard_of\":{\"deep\":[[[1]]]}}",
        "\"message\":\"not even an object\"",
        "\"poll\":{\"id\":\"1\",\"options\":[]}"
      })
  void takesWhatItDoesNotKnow(String event) {
    long id = newUpdateId();

    assertThat(telegram.deliver("{\"update_id\":" + id + ',' + event + '}').statusCode())
        .isEqualTo(200);
    assertThat(published.of(id)).hasSize(1);
  }

  @Test
  void takesUpdatesAsLargeAsTelegramsLargest() {
    long id = newUpdateId();
    String update = message(id, 5).replace("\"hi\"", '"' + "x".repeat(512 * 1024) + '"');

    assertThat(telegram.deliver(update).statusCode()).isEqualTo(200);
    assertThat(published.of(id).getFirst().value()).hasSize(update.length());
  }

  @Test
  void neverLimitsTelegramItself() {
    int many = 2000;
    List<HttpResponse<String>> answers = new ArrayList<>();
    for (int sent = 0; sent < many; sent += 100) {
      answers.addAll(
          answers(
              IntStream.range(sent, sent + 100)
                  .mapToObj(i -> telegram.delivering(message(newUpdateId(), 100 + i % 500)))));
    }

    assertThat(answers).hasSize(many).allMatch(answer -> answer.statusCode() == 200);
  }

  @Test
  void leavesEverythingElseToTheOthers() {
    assertThat(telegram.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    assertThat(telegram.get("/telegram").statusCode()).isEqualTo(404);
    assertThat(
            telegram.send(telegram.to("/telegram/webhook", BodyPublishers.noBody())).statusCode())
        .isEqualTo(404);
  }

  private static List<HttpResponse<String>> answers(
      Stream<CompletableFuture<HttpResponse<String>>> requests) {
    return requests.toList().stream().map(CompletableFuture::join).toList();
  }

  private static long retryAfter(HttpResponse<String> answer) {
    return answer.headers().firstValueAsLong("Retry-After").orElse(-1);
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return PublishedUpdates.header(record, name);
  }

  private static URI at(String path) {
    return RunningGateway.shared().address().resolve(path);
  }
}
