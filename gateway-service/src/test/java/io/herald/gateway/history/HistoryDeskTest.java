package io.herald.gateway.history;

import static io.herald.gateway.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.gateway.ApiClient;
import io.herald.gateway.RunningGateway;
import io.herald.model.delivery.DeliveryStatus;
import io.herald.model.notification.Recipient;
import io.herald.runtime.access.MintToken;
import io.herald.runtime.history.Happening;
import io.herald.runtime.history.HistoryUnknown;
import io.herald.runtime.kafka.PublishRecord;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code GET /api/notifications}, over what lies on a real Kafka. */
class HistoryDeskTest {

  private static final String PATH = "/api/notifications";

  private final RunningGateway gateway = RunningGateway.shared();
  private final ApiClient screen = new ApiClient(gateway, RunningGateway.READER_KEY);
  private final Happening happening = Happening.recent();
  private final String ann = happening.user("ann");

  @Test
  void tellsOfWhatWasAcceptedAMomentAgo() {
    for (int i = 0; i < 20; i++) {
      String id = happening.id() + i;
      String body = "{\"id\":\"%s\",\"to\":{\"chat\":\"1\"},\"text\":\"x\"}".formatted(id);
      assertThat(ApiClient.sender(gateway).post(PATH, body).statusCode()).isEqualTo(202);

      HttpResponse<String> answer = screen.get(PATH + '/' + id);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(json(answer).get("state").asString()).isEqualTo("ACCEPTED");
      assertThat(answer.body()).as("neither text").doesNotContain("\"x\"");
    }
  }

  @Test
  void tellsItsWayThroughKafka() {
    publish(
        happening
            .asked("Paid", Recipient.user(ann))
            .told(ann, DeliveryStatus.PENDING, 20)
            .told(ann, DeliveryStatus.SENT, 90));

    await()
        .untilAsserted(() ->
            assertThat(json(screen.get(PATH + '/' + happening.id())).get("state").asString())
                .isEqualTo("SENT"));
    var view = json(screen.get(PATH + '/' + happening.id()));
    assertThat(view.at("/messages/0/messageIds/0").asLong()).isEqualTo(7);
    assertThat(view.at("/timings/sentMs").asLong()).isEqualTo(90);
    assertThat(view.at("/counts/SENT").asInt()).isEqualTo(1);
    assertThat(view.get("trace")).hasSize(2);
    assertThat(view.has("title")).as("people's text").isFalse();
  }

  @Test
  void aPersonSeesTheirOwnAlone() {
    publish(happening.asked("Paid", Recipient.user(ann)));
    String id = happening.id();
    await().until(() -> screen.get(PATH + '/' + id).statusCode() == 200);

    assertThat(json(as(ann, PATH + '/' + id)).get("title").asString()).isEqualTo("Paid");
    assertThat(as("eve", PATH + '/' + id).statusCode()).isEqualTo(404);
    assertThat(json(as(ann, PATH)).get("notifications")).hasSize(1);
    assertThat(json(as(ann, PATH + "?user=" + encoded(ann))).get("notifications")).hasSize(1);
    assertThat(as(happening.user("eve"), PATH).body()).contains("\"notifications\":[]");
    assertThat(as("eve", PATH + "?user=" + encoded(ann)).statusCode()).isEqualTo(403);
    assertThat(json(screen.get(PATH + "?source=" + happening.source())).get("notifications"))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "state=BROKEN,state",
    "limit=0,limit",
    "limit=101,limit",
    "limit=ten,limit",
    "since=yesterday,since",
    "until=2026-13-01T00:00:00Z,until",
    "until=%2B1000000000-01-01T00:00:00Z,until",
    "since=-1000000000-01-01T00:00:00Z,since",
    "cursor=abc,cursor",
    "colour=red,colour"
  })
  void namesTheParameterThatCantBeFollowed(String query, String name) {
    HttpResponse<String> answer = screen.get(PATH + '?' + query);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).contains("problem+json"));
    assertThat(json(answer).at("/errors/0/path").asString()).isEqualTo(name);
  }

  @Test
  void namesAllOfThem() {
    assertThat(json(screen.get(PATH + "?limit=0&state=x&since=y")).get("errors")).hasSize(3);
  }

  @Test
  void tellsStrangersAndTheUnknownApart() {
    String unknown = PATH + "/nobody-knows-" + happening.id();

    assertThat(new ApiClient(gateway, "no-key").get(unknown).statusCode()).isEqualTo(401);
    assertThat(ApiClient.sender(gateway).get(unknown).statusCode()).isEqualTo(403);
    assertThat(screen.get(unknown).statusCode()).isEqualTo(404);
  }

  @Test
  void asksForPatienceWhileItCantTell() {
    var answer = HistoryDesk.refused(new HistoryUnknown("Redis does not answer")).block();

    assertThat(answer.statusCode().value()).isEqualTo(503);
    assertThat(answer.headers().getFirst("Retry-After")).isEqualTo("1");
  }

  private void publish(Happening some) {
    PublishRecord publish = gateway.part(PublishRecord.class);
    some.records()
        .forEach(record ->
            publish
                .publish(
                    new ProducerRecord<>(
                        record.topic(), null, record.timestamp(), record.key(), record.value()))
                .block());
  }

  private HttpResponse<String> as(String user, String path) {
    String token = gateway.part(MintToken.class).mint(user, Duration.ofMinutes(5)).token();
    return screen.send(
        HttpRequest.newBuilder(gateway.address().resolve(path))
            .header("Authorization", "Bearer " + token));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
