package io.herald.gateway.notify;

import io.herald.model.json.Json;
import io.herald.runtime.problem.Problem;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * An answer, before it is known by which way it goes out.
 *
 * @param status HTTP status
 * @param type media type of the body
 * @param headers further headers
 * @param body UTF-8 JSON
 */
record Answer(HttpStatus status, MediaType type, Map<String, String> headers, byte[] body) {

  /** What was asked for is accepted. */
  static Answer accepted(Object body, Map<String, String> headers) {
    return new Answer(HttpStatus.ACCEPTED, MediaType.APPLICATION_JSON, headers, Json.write(body));
  }

  /** What was asked for is refused. */
  static Answer problem(Problem problem, Map<String, String> headers) {
    return new Answer(
        problem.status(), MediaType.APPLICATION_PROBLEM_JSON, headers, problem.json());
  }

  /** The answer of a route. */
  Mono<ServerResponse> asResponse() {
    return ServerResponse.status(status)
        .headers(all -> headers.forEach(all::set))
        .contentType(type)
        .bodyValue(body);
  }

  /** The answer of a door. */
  Mono<Void> write(ServerHttpResponse response) {
    response.setStatusCode(status);
    headers.forEach(response.getHeaders()::set);
    response.getHeaders().setContentType(type);
    response.getHeaders().setContentLength(body.length);
    return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
  }
}
