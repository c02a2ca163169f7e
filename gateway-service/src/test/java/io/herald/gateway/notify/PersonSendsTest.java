package io.herald.gateway.notify;

import static io.herald.gateway.ApiClient.json;
import static io.herald.gateway.notify.NotificationDoorTest.paths;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.backends.Backends;
import io.herald.gateway.ApiClient;
import io.herald.gateway.PublishedNotifications;
import io.herald.gateway.RunningGateway;
import io.herald.runtime.access.MintToken;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people send by their tokens, without the scope {@code notify.send}. */
class PersonSendsTest {

  private static final String PATH = "/api/notifications";
  private static final String TO_SELF = "{\"to\":{\"user\":\"shop\"},\"text\":\"x\"}";

  private final RunningGateway gateway = RunningGateway.shared();
  private final ApiClient shop = ApiClient.sender(gateway);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"user\":\"ann\"} | 202",
        "[{\"user\":\"ann\"}] | 202",
        "{\"user\":\"bob\"} | 403",
        "[{\"user\":\"ann\"},{\"chat\":\"1\"}] | 403",
        "{\"audience\":\"linked\"} | 403",
      })
  void goesToThemselvesAlone(String to, int status) {
    String body = "{\"to\":%s,\"text\":\"x\"}".formatted(to);
    assertThat(sentBy(gateway, "ann", body).statusCode()).isEqualTo(status);
  }

  @Test
  void takesNoIdFromAService() {
    String id = NotificationDoorTest.newId();
    String order = TO_SELF.replaceFirst("\\{", "{\"id\":\"" + id + "\",");

    HttpResponse<String> answer = sentBy(gateway, "shop", order);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(paths(answer)).containsExactly("/id");
    assertThat(shop.post(PATH, order.replace("\"x\"", "\"paid\"")).statusCode()).isEqualTo(202);
  }

  @Test
  void speaksForNobodyElse() {
    String named = TO_SELF.replaceFirst("\\{", "{\"source\":\"mill\",");

    HttpResponse<String> answer = sentBy(gateway, "shop", "[" + TO_SELF + "," + named + "]");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(paths(answer)).containsExactly("/1/source");
  }

  @Test
  void sharesNoIdsWithAProgramOfTheSameName() {
    String key = NotificationDoorTest.newId();

    HttpResponse<String> own = sentBy(gateway, "shop", TO_SELF, "Idempotency-Key", key);
    HttpResponse<String> again = sentBy(gateway, "shop", TO_SELF, "Idempotency-Key", key);
    HttpResponse<String> programs =
        shop.post(PATH, TO_SELF.replace("\"x\"", "\"paid\""), "Idempotency-Key", key);

    assertThat(again.body()).isEqualTo(own.body());
    assertThat(programs.statusCode()).isEqualTo(202);
    assertThat(programs.body()).isNotEqualTo(own.body());
    try (PublishedNotifications published = gateway.publishedNotifications()) {
      String id = json(own).get("id").asString();
      assertThat(PublishedNotifications.read(published.of(id).getFirst()).source())
          .isEqualTo("shop");
    }
  }

  @Test
  void sharesNoLimitWithAProgramOfTheSameName() {
    try (var redis = Backends.newRedis();
        var slow = RunningGateway.start(Backends.kafka(), redis, "herald.api.limit=2/s")) {
      String batch = "[" + (TO_SELF + ",").repeat(14) + TO_SELF + "]";
      assertThat(sentBy(slow, "shop", batch).statusCode()).isEqualTo(202);
      assertThat(sentBy(slow, "shop", batch).statusCode()).isEqualTo(429);

      assertThat(ApiClient.sender(slow).post(PATH, batch).statusCode()).isEqualTo(202);
    }
  }

  private static HttpResponse<String> sentBy(
      RunningGateway gateway, String user, String body, String... headers) {
    String token = gateway.part(MintToken.class).mint(user, Duration.ofMinutes(5)).token();
    var request =
        HttpRequest.newBuilder(gateway.address().resolve(PATH))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    return new ApiClient(gateway, "")
        .send(headers.length == 0 ? request : request.headers(headers));
  }
}
