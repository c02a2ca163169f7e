package io.herald.gateway.problem;

import static io.herald.gateway.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.gateway.ApiClient;
import io.herald.gateway.RunningGateway;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered where no route has an answer. */
class TellProblemsTest {

  private final ApiClient shop = ApiClient.sender(RunningGateway.shared());

  @ParameterizedTest
  @ValueSource(strings = {"/api/nothing", "/api", "/api/notifications/a/b/c", "/nothing"})
  void tellsThatThereIsNothing(String path) {
    assertProblem(shop.get(path), 404);
  }

  @ParameterizedTest
  @CsvSource({
    "/send, POST",
    "/send_photo, POST",
    "/api/blobs, POST",
    "/health, GET",
    "/api/notifications, 'GET, POST'",
    "/api/notifications/7, GET"
  })
  void tellsWhichMethodsThereAre(String path, String allowed) {
    HttpResponse<String> answer =
        shop.send(shop.at(path).method("PUT", BodyPublishers.ofString("{}")));

    assertProblem(answer, 405);
    assertThat(answer.headers().firstValue("Allow")).contains(allowed);
  }

  @Test
  void answersProgramsBelowApiAlthoughTheyTakePages() {
    assertProblem(shop.send(shop.at("/api/nothing").header("Accept", "text/html")), 404);
  }

  @ParameterizedTest
  @CsvSource({"GET, /nothing, 404, no page of Herald", "PUT, /send, 405, for forms and programs"})
  void showsPeopleAPage(String method, String path, int status, String words) {
    HttpResponse<String> answer =
        shop.send(
            shop.at(path).method(method, BodyPublishers.noBody()).header("Accept", "text/html"));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(answer.body())
        .containsIgnoringCase(words)
        .contains("/assets/herald.css")
        .doesNotContain("Whitelabel");
  }

  private static void assertProblem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(json(answer).get("status").asInt()).isEqualTo(status);
    assertThat(json(answer).propertyNames()).containsOnly("title", "status", "detail");
  }
}
