package io.herald.gateway.notify;

import static io.herald.gateway.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.gateway.ApiClient;
import io.herald.gateway.PublishedNotifications;
import io.herald.gateway.RunningGateway;
import io.herald.model.notification.Recipient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /api/notifications}, in front of a real Kafka and Redis. */
class NotificationDoorTest {

  private static final String PATH = "/api/notifications";

  private final RunningGateway gateway = RunningGateway.shared();
  private final ApiClient shop = ApiClient.sender(gateway);
  private final PublishedNotifications published = gateway.publishedNotifications();

  @AfterEach
  void close() {
    published.close();
  }

  @Test
  void acceptsTheSmallestRequestOnceKafkaHasIt() {
    String id = newId();

    HttpResponse<String> answer = shop.post(PATH, notification(id, "Order **4711** is paid"));

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(json(answer).get("id").asString()).isEqualTo(id);
    assertThat(json(answer).get("status").asString()).isEqualTo(PATH + '/' + id);
    assertThat(answer.headers().firstValue("Location")).contains(PATH + '/' + id);
    var record = published.of(id).getFirst();
    var request = PublishedNotifications.read(record);
    assertThat(new String(record.key())).isEqualTo("chat:123456789");
    assertThat(request.to()).containsExactly(Recipient.chat("123456789"));
    assertThat(request.text()).isEqualTo("Order **4711** is paid");
    assertThat(request.source()).as("who does not say is the key's owner").isEqualTo("shop");
  }

  @Test
  void makesAnIdWhereThereIsNone() {
    String first = json(shop.post(PATH, anonymous("a"))).get("id").asString();
    String second = json(shop.post(PATH, anonymous("a"))).get("id").asString();

    assertThat(second).isNotEqualTo(first);
    assertThat(published.of(first)).hasSize(1);
    assertThat(published.of(second)).hasSize(1);
  }

  @Test
  void keepsTheSourceThatIsNamed() {
    String id = newId();
    shop.post(PATH, notification(id, "x").replaceFirst("\\{", "{\"source\":\"till-3\","));

    assertThat(PublishedNotifications.read(published.of(id).getFirst()).source())
        .isEqualTo("till-3");
  }

  @Test
  void goesOnWithTheTraceOfTheRequest() {
    String id = newId();
    String cause = UUID.randomUUID().toString().replace("-", "");
    shop.post(PATH, notification(id, "x"), "traceparent", "00-" + cause + "-b7ad6b7169203331-01");

    assertThat(new String(published.of(id).getFirst().headers().lastHeader("traceparent").value()))
        .startsWith("00-" + cause + '-');
  }

  @Test
  void takesTheSameRequestAgain() {
    String id = newId();
    String spaced = notification(id, "x").replace(",", " ,\n ");

    assertThat(shop.post(PATH, notification(id, "x")).statusCode()).isEqualTo(202);
    assertThat(shop.post(PATH, spaced).statusCode()).isEqualTo(202);
  }

  @Test
  void refusesAnIdThatBelongsToAnother() {
    String id = newId();
    shop.post(PATH, notification(id, "x"));

    HttpResponse<String> answer = shop.post(PATH, notification(id, "y"));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(json(answer).at("/errors/0/path").asString()).isEqualTo("/id");
    assertThat(published.of(id)).hasSize(1);
  }

  @Test
  void letsOneOfManyWinAnId() throws Exception {
    String id = newId();
    try (var threads = Executors.newFixedThreadPool(20)) {
      List<Callable<Integer>> calls =
          IntStream.range(0, 20)
              .<Callable<Integer>>mapToObj(
                  i -> () -> shop.post(PATH, notification(id, "text " + i)).statusCode())
              .toList();
      List<Integer> answers =
          threads.invokeAll(calls).stream().map(Future::resultNow).sorted().toList();

      assertThat(answers.getFirst()).isEqualTo(202);
      assertThat(answers.subList(1, 20)).containsOnly(409);
    }
    assertThat(published.of(id)).hasSize(1);
  }

  @Test
  void derivesTheIdFromTheIdempotencyKey() {
    String key = newId();

    HttpResponse<String> first = shop.post(PATH, anonymous("a"), "Idempotency-Key", key);
    HttpResponse<String> again = shop.post(PATH, anonymous("a"), "Idempotency-Key", key);
    HttpResponse<String> other = shop.post(PATH, anonymous("b"), "Idempotency-Key", key);

    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(json(other).get("detail").asString()).contains("Idempotency-Key was used");
    assertThat(paths(other)).as("whoever sent a key knows of no id").containsExactly("");
  }

  @Test
  void namesWhatIsTakenPlaceByPlace() {
    String id = newId();
    String key = newId();
    String first = "[%s,%s]".formatted(notification(id, "a"), anonymous("a"));
    shop.post(PATH, first, "Idempotency-Key", key);

    var answer = shop.post(PATH, first.replace("\"a\",\"f", "\"b\",\"f"), "Idempotency-Key", key);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(paths(answer)).containsExactly("/0/id", "");
  }

  @Test
  void refusesAnIdempotencyKeyThatIsNone() {
    assertThat(shop.post(PATH, anonymous("a"), "Idempotency-Key", "a b").statusCode())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "7", "{}", "{\"to\":{\"chat\":\"1\"}} trailing"})
  void refusesWhatIsNoNotification(String body) {
    HttpResponse<String> answer = shop.post(PATH, body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(json(answer).get("errors")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {PATH, "/send", "/api/telegram/miniapp/session"})
  void refusesJsonBeyondTheLimitsOfItsReader(String path) {
    assertThat(shop.post(path, "[".repeat(600)).statusCode()).isEqualTo(400);
    assertThat(shop.post(path, "{\"n\":" + "7".repeat(1_500) + "}").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"to\":{\"chat\":\"not a chat\"},\"text\":\"x\"}', /to/chat",
    "'{\"to\":[{\"chat\":\"1\"},{\"user\":7}],\"text\":\"x\"}', /to/1/user",
    "'{\"to\":{\"chat\":\"1\"},\"text\":\"x\",\"priority\":\"urgent\"}', /priority",
    "'{\"to\":{\"chat\":\"1\"},\"photo\":{\"url\":\"http://127.0.0.1/x.png\"}}', /photo/url"
  })
  void namesThePlaceThatIsWrong(String body, String path) {
    HttpResponse<String> answer = shop.post(PATH, body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(paths(answer)).contains(path);
  }

  @Test
  void refusesWhoMayNot() {
    String body = anonymous("x");
    var nobody = new ApiClient(gateway, "a key that nobody has");
    var screen = new ApiClient(gateway, RunningGateway.READER_KEY);

    assertThat(nobody.post(PATH, body).statusCode()).isEqualTo(401);
    assertThat(screen.post(PATH, body).statusCode()).isEqualTo(403);
  }

  @Test
  void refusesWhatIsTooLarge() {
    String large = anonymous("x".repeat(2 * 1024 * 1024));

    assertThat(shop.post(PATH, large).statusCode()).isEqualTo(413);
    var chunked = BodyPublishers.fromPublisher(BodyPublishers.ofString(large));
    assertThat(shop.send(shop.to(PATH, chunked)).statusCode()).isEqualTo(413);
  }

  @Test
  void takesOnlyJson() {
    var request = shop.to(PATH, BodyPublishers.ofString(anonymous("x")));

    assertThat(shop.send(request.setHeader("Content-Type", "text/plain")).statusCode())
        .isEqualTo(415);
    assertThat(shop.send(request.setHeader("Content-Type", "nonsense/")).statusCode())
        .isEqualTo(415);
    String utf8 = "application/json; charset=utf-8";
    assertThat(shop.send(request.setHeader("Content-Type", utf8)).statusCode()).isEqualTo(202);
  }

  static String newId() {
    return "test-" + UUID.randomUUID();
  }

  static String notification(String id, String text) {
    return anonymous(text).replaceFirst("\\{", "{\"id\":\"" + id + "\",");
  }

  static String anonymous(String text) {
    return """
    {"to":{"chat":"123456789"},"text":"%s","format":"markdown","data":{"b":1,"a":[2]}}\
    """
        .formatted(text);
  }

  static List<String> paths(HttpResponse<String> answer) {
    return json(answer)
        .get("errors")
        .valueStream()
        .map(it -> it.path("path").asString(""))
        .toList();
  }
}
