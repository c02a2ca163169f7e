package io.herald.runtime.problem;

import io.herald.model.json.Json;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * A refusal as problem details (RFC 9457).
 *
 * @param status what kind it is, for programs
 * @param detail what is wrong and what to do about it, for a person; never a secret
 */
public record Problem(HttpStatus status, String detail) {

  /** The problem as the answer to a request. */
  public Mono<ServerResponse> answer() {
    return answer(Map.of());
  }

  /**
   * The problem as the answer to a request.
   *
   * @param headers go along with it
   */
  public Mono<ServerResponse> answer(Map<String, String> headers) {
    return ServerResponse.status(status)
        .headers(all -> headers.forEach(all::set))
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .bodyValue(
            Json.write(
                Map.of(
                    "title", status.getReasonPhrase(),
                    "status", status.value(),
                    "detail", detail)));
  }
}
