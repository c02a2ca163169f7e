package io.herald.gateway.webhook;

import static io.herald.gateway.WebhookClient.SECRET_HEADER;
import static io.herald.gateway.WebhookClient.message;
import static io.herald.gateway.WebhookClient.newUpdateId;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.gateway.PublishedUpdates;
import io.herald.gateway.RunningGateway;
import io.herald.gateway.WebhookClient;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is turned away, and how it is told. */
class RefusalTest {

  // Every request comes from an address of its own, or they would be limited together.
  private static final AtomicInteger ADDRESSES = new AtomicInteger();

  private static PublishedUpdates published;

  private final WebhookClient client = new WebhookClient(RunningGateway.shared());

  @BeforeAll
  static void open() {
    published = RunningGateway.shared().published();
  }

  @AfterAll
  static void close() {
    published.close();
  }

  @Test
  void refusesAMissingSecret() {
    long id = newUpdateId();
    HttpRequest.Builder request =
        client.to("/telegram/webhook/main", BodyPublishers.ofString(message(id, 5)));

    assertRefused(client.send(stranger(request)), 401);
    assertNotPublished(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "main-secret_", "main-secret_12", "MAIN-SECRET_1", "alerts-secret_2"})
  void refusesAWrongSecret(String secret) {
    long id = newUpdateId();
    HttpRequest.Builder request = client.delivery(message(id, 5)).setHeader(SECRET_HEADER, secret);

    HttpResponse<String> answer = client.send(stranger(request));

    assertRefused(answer, 401);
    assertThat(answer.body()).doesNotContain("main-secret");
    assertNotPublished(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "MAIN", "main/", "main/x", "", "main%20", "..%2Fmain", "mäin"})
  void knowsOnlyItsBots(String bot) {
    String path = "/telegram/webhook/" + bot.replace("ä", "%C3%A4");
    HttpRequest.Builder request =
        client
            .delivery(message(newUpdateId(), 5))
            .uri(RunningGateway.shared().address().resolve(path));

    assertRefused(client.send(stranger(request)), 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "[]",
        "{}",
        "{\"update_id\":1.5}",
        "{\"update_id\":\"1\"}",
        "{\"update_id\":99999999999999999999}",
        "{\"update_id\":1",
        "{\"update_id\":1} and more"
      })
  void refusesWhatIsNoUpdate(String body) {
    assertRefused(client.send(stranger(client.delivery(body))), 400);
  }

  @Test
  void refusesNestingBombs() {
    String arrays = "{\"update_id\":1,\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + '}';
    String objects = "{\"x\":".repeat(100_000) + '1' + "}".repeat(100_000);

    assertRefused(client.send(stranger(client.delivery(arrays))), 400);
    assertRefused(client.send(stranger(client.delivery(objects))), 400);
  }

  @Test
  void refusesABodyThatIsAnnouncedTooLarge() {
    String body = "x".repeat(ReceiveWebhook.MAX_BODY + 1);

    // Refused before the body is read: the client waits with it for a word, as it may.
    assertRefused(client.send(stranger(client.delivery(body).expectContinue(true))), 413);
  }

  @Test
  void refusesABodyThatTurnsOutTooLarge() {
    byte[] body = "x".repeat(ReceiveWebhook.MAX_BODY + 1).getBytes(UTF_8);
    HttpRequest.Builder request =
        client
            .delivery("")
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

    assertRefused(client.send(stranger(request)), 413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"})
  void takesNothingButPost(String method) {
    long id = newUpdateId();
    HttpRequest.Builder request =
        client.delivery("").method(method, BodyPublishers.ofString(message(id, 5)));

    HttpResponse<String> answer = client.send(stranger(request));

    assertRefused(answer, 405);
    assertThat(answer.headers().firstValue("Allow")).contains("POST");
    assertNotPublished(id);
  }

  @Test
  void answersHeadWithoutABody() {
    HttpResponse<String> answer = client.send(stranger(client.delivery("").HEAD()));

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains("POST");
    assertThat(answer.body()).isEmpty();
  }

  private static HttpRequest.Builder stranger(HttpRequest.Builder request) {
    int address = ADDRESSES.incrementAndGet();
    return request.setHeader("X-Forwarded-For", "198.51.100." + address);
  }

  private static void assertRefused(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = JsonMapper.shared().readTree(answer.body());
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("title").asString()).isNotBlank();
    assertThat(problem.get("detail").asString()).isNotBlank();
  }

  private static void assertNotPublished(long id) {
    assertThat(published.of(id)).isEmpty();
  }
}
