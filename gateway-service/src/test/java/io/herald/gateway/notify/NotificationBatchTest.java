package io.herald.gateway.notify;

import static io.herald.gateway.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.gateway.ApiClient;
import io.herald.gateway.PublishedNotifications;
import io.herald.gateway.RunningGateway;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many notifications in one request. */
class NotificationBatchTest {

  private static final String PATH = "/api/notifications";

  private final RunningGateway gateway = RunningGateway.shared();
  private final ApiClient shop = ApiClient.sender(gateway);
  private final PublishedNotifications published = gateway.publishedNotifications();

  @AfterEach
  void close() {
    published.close();
  }

  @Test
  void acceptsABatch() {
    List<String> ids = Stream.generate(NotificationDoorTest::newId).limit(1000).toList();
    HttpResponse<String> answer =
        shop.post(PATH, batch(ids.stream().map(id -> NotificationDoorTest.notification(id, "x"))));

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(json(answer).size()).isEqualTo(1000);
    assertThat(json(answer).at("/999/id").asString()).isEqualTo(ids.getLast());
    assertThat(json(answer).at("/0/status").asString()).isEqualTo(PATH + '/' + ids.getFirst());
    assertThat(published.of(ids.getFirst())).hasSize(1);
    assertThat(published.of(ids.getLast())).hasSize(1);
  }

  @Test
  void refusesABatchAsAWhole() {
    String id = NotificationDoorTest.newId();
    HttpResponse<String> answer =
        shop.post(
            PATH,
            batch(Stream.of(NotificationDoorTest.notification(id, "x"), "{\"text\":\"x\"}", "7")));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(NotificationDoorTest.paths(answer))
        .anyMatch(path -> path.startsWith("/1"))
        .anyMatch("/2"::equals);
    assertThat(published.of(id)).isEmpty();
    assertThat(shop.post(PATH, NotificationDoorTest.notification(id, "other")).statusCode())
        .as("nothing was claimed")
        .isEqualTo(202);
  }

  @Test
  void givesTheIdsOfABatchBackWhenOneBelongsToAnother() {
    String free = NotificationDoorTest.newId();
    String taken = NotificationDoorTest.newId();
    shop.post(PATH, NotificationDoorTest.notification(taken, "first"));

    HttpResponse<String> answer =
        shop.post(
            PATH,
            batch(
                Stream.of(
                    NotificationDoorTest.notification(free, "x"),
                    NotificationDoorTest.notification(taken, "second"))));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(NotificationDoorTest.paths(answer)).containsExactly("/1/id");
    assertThat(published.of(free)).isEmpty();
    assertThat(shop.post(PATH, NotificationDoorTest.notification(free, "other")).statusCode())
        .isEqualTo(202);
  }

  @Test
  void refusesTheSameIdTwiceInABatch() {
    String id = NotificationDoorTest.newId();
    HttpResponse<String> answer =
        shop.post(
            PATH,
            batch(
                Stream.of(
                    NotificationDoorTest.notification(id, "x"),
                    NotificationDoorTest.notification(id, "x"))));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(NotificationDoorTest.paths(answer)).containsExactly("/1/id");
  }

  @Test
  void refusesABatchThatIsTooLong() {
    Stream<String> many = Stream.generate(() -> NotificationDoorTest.anonymous("x")).limit(1001);

    assertThat(shop.post(PATH, batch(many)).statusCode()).isEqualTo(400);
  }

  private static String batch(Stream<String> notifications) {
    return '[' + String.join(",", notifications.toList()) + ']';
  }
}
