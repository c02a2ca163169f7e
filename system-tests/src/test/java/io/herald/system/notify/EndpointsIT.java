package io.herald.system.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.system.stack.Stack;
import io.herald.system.stack.SystemTest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What every endpoint answers strangers, those who may not, and those who ask wrongly. */
@SystemTest
class EndpointsIT {

  private static final Map<String, String> NOTHING = Map.of();

  @ParameterizedTest
  @CsvSource({
    "POST,/api/notifications",
    "GET,/api/notifications",
    "GET,/api/notifications/unknown",
    "POST,/api/blobs",
    "POST,/send",
    "POST,/send_photo",
    "GET,/api/telegram/link-account?user=a",
    "POST,/api/telegram/verify-link?user=a",
    "POST,/api/telegram/verify?user=a",
    "GET,/api/telegram/status?user=a",
    "POST,/api/telegram/send-test-message?user=a",
    "POST,/api/telegram/unlink-account?user=a",
    "POST,/api/telegram/unlink?user=a",
    "GET,/api/telegram/preferences?user=a",
    "PUT,/api/telegram/preferences?user=a",
    "GET,/api/stream?user=a",
    "GET,/api/stream/ws?user=a"
  })
  void strangersAndTheUnauthorizedAreToldApart(String method, String path, Stack stack) {
    HttpResponse<String> stranger = Api.stranger(stack.gateway()).call(method, path, NOTHING);
    assertProblem(stranger, 401);
    assertThat(stranger.headers().firstValue("WWW-Authenticate")).isPresent();
    boolean mayRead = path.startsWith("/api/notifications") && method.equals("GET");
    if (!mayRead) {
      assertProblem(Api.reader(stack.gateway()).call(method, path, NOTHING), 403);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "POST,/api/notifications",
    "GET,/api/notifications?limit=0",
    "POST,/send",
    "POST,/api/telegram/verify?user=a",
    "POST,/api/telegram/verify",
    "PUT,/api/telegram/preferences?user=a&x",
    "GET,/api/telegram/status",
    "GET,/api/stream?user=a&after=never",
    "GET,/api/stream"
  })
  void whatIsWrongIsNamed(String method, String path, Stack stack) {
    Object body = method.equals("PUT") ? Map.of("minimum_priority", "now") : NOTHING;

    assertProblem(Api.of(stack.gateway()).call(method, path, body), 400);
  }

  @Test
  void theUnknownIsNotFound(Stack stack) {
    Api api = Api.of(stack.gateway());

    assertProblem(api.get("/api/notifications/" + UUID.randomUUID()), 404);
    assertThat(api.get("/api/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void whatDoesNotFitTheStateIsAConflict(Stack stack) {
    Person ann = Person.linked(stack, "Ann");

    assertProblem(ann.get("link-account"), 409);
    Person bob = Person.stranger(stack, "Bob");
    assertProblem(bob.post("send-test-message", NOTHING), 409);
    assertProblem(bob.post("unlink", NOTHING), 409);
  }

  @Test
  void whoGuessesIsLockedOut(Stack stack) {
    Person eve = Person.stranger(stack, "Eve");
    int status = 0;
    for (int i = 0; i < 20 && status != 429; i++) {
      HttpResponse<String> answer = eve.verify("%06d".formatted(i));
      status = answer.statusCode();
      assertThat(status).isIn(400, 429);
      if (status == 429) {
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
      }
    }
    assertThat(status).as("locked out").isEqualTo(429);
  }

  private static void assertProblem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    JsonNode problem = Api.json(answer);
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("detail").asString()).isNotBlank();
  }
}
