package io.herald.gateway.page;

import io.herald.runtime.account.AccountsUnknown;
import io.herald.runtime.history.HistoryUnknown;
import io.herald.runtime.schedule.SchedulesUnknown;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** Says in plain words that something did not work: as a page, or as a notice on the open one. */
final class Problems {

  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  private Problems() {}

  static Mono<ServerResponse> page(ServerRequest request, HttpStatus status, String problem) {
    String template = Html.isPart(request) ? "problem :: notice" : "problem";
    return Html.answer(request, status, template, Map.of("problem", problem));
  }

  /** Redis or Kafka is away, most likely: what was asked for was not done, and can be tried. */
  static Mono<ServerResponse> unforeseen(Throwable error, ServerRequest request) {
    if (error instanceof ResponseStatusException refusal) {
      return page(request, HttpStatus.BAD_REQUEST, "That request was not understood.")
          .filter(_ -> refusal.getStatusCode().is4xxClientError())
          .switchIfEmpty(Mono.error(error));
    }
    if (error instanceof AccountsUnknown
        || error instanceof HistoryUnknown
        || error instanceof SchedulesUnknown) {
      return page(
          request,
          HttpStatus.SERVICE_UNAVAILABLE,
          "Herald cannot tell at the moment. Try again in a few seconds.");
    }
    log.warn(
        "The page {} failed ({}); nothing was changed, and the person was told",
        request.path(),
        error.getClass().getSimpleName());
    return page(
        request,
        HttpStatus.SERVICE_UNAVAILABLE,
        "That did not work, and nothing was changed. Try again in a moment.");
  }
}
