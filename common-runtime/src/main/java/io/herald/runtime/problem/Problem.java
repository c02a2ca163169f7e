package io.herald.runtime.problem;

import io.herald.model.json.Json;
import io.herald.runtime.contract.Violation;
import java.util.LinkedHashMap;
import java.util.List;
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
 * @param errors what is wrong with the request's document, place by place; empty: nothing
 */
public record Problem(HttpStatus status, String detail, List<Violation> errors) {

  public Problem {
    errors = List.copyOf(errors);
  }

  /** A refusal that has nothing to do with places in a document. */
  public Problem(HttpStatus status, String detail) {
    this(status, detail, List.of());
  }

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
        .bodyValue(json());
  }

  /** The document itself, as UTF-8 JSON. */
  public byte[] json() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("title", status.getReasonPhrase());
    members.put("status", status.value());
    members.put("detail", detail);
    if (!errors.isEmpty()) {
      members.put("errors", errors);
    }
    return Json.write(members);
  }
}
