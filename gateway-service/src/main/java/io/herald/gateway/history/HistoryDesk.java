package io.herald.gateway.history;

import io.herald.model.json.Json;
import io.herald.runtime.access.Caller;
import io.herald.runtime.access.Scope;
import io.herald.runtime.history.History;
import io.herald.runtime.history.HistoryUnknown;
import io.herald.runtime.history.Viewer;
import io.herald.runtime.problem.Problem;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Answers who asks what became of notifications. */
final class HistoryDesk {

  static final String PATH = "/api/notifications";

  private static final Problem NONE =
      new Problem(
          HttpStatus.NOT_FOUND,
          "there is no notification of that id; what became of one is kept for 7 days");
  private static final Problem NOT_YOURS =
      new Problem(HttpStatus.FORBIDDEN, "a token sees the notifications of its own user only");
  private static final Map<String, String> SOON = Map.of(HttpHeaders.RETRY_AFTER, "1");

  private final History history;
  private final Clock clock;

  HistoryDesk(History history, Clock clock) {
    this.history = history;
    this.clock = clock;
  }

  Mono<ServerResponse> show(ServerRequest request) {
    return history
        .find(viewer(caller(request)), request.pathVariable("id"))
        .flatMap(HistoryDesk::answer)
        .switchIfEmpty(Mono.defer(NONE::answer));
  }

  Mono<ServerResponse> list(ServerRequest request) {
    return Mono.fromSupplier(() -> new AskedFor(request.queryParams().toSingleValueMap(), clock))
        .flatMap(asked -> list(viewer(caller(request)), asked));
  }

  private Mono<ServerResponse> list(Viewer viewer, AskedFor asked) {
    String user = asked.filter().user();
    if (viewer.user() != null && user != null && !user.equals(viewer.user())) {
      return NOT_YOURS.answer();
    }
    return history
        .list(viewer, asked.filter(), asked.after(), asked.limit())
        .flatMap(HistoryDesk::answer);
  }

  private static Caller caller(ServerRequest request) {
    return Caller.of(request).orElseThrow();
  }

  private static Viewer viewer(Caller caller) {
    Optional<String> person = caller.user().filter(_ -> !caller.may(Scope.NOTIFY_READ));
    return person.map(Viewer::person).orElse(Viewer.OPERATOR);
  }

  private static Mono<ServerResponse> answer(Object found) {
    return ServerResponse.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(Json.write(found));
  }

  /** Whether {@link #refused} has an answer for it. */
  static boolean isTellable(Throwable error) {
    return error instanceof UnusableRequest || error instanceof HistoryUnknown;
  }

  static Mono<ServerResponse> refused(Throwable error) {
    return error instanceof UnusableRequest unusable
        ? new Problem(
                HttpStatus.BAD_REQUEST,
                "these parameters can't be followed, see errors",
                unusable.errors())
            .answer()
        : new Problem(
                HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(error.getMessage()) + "; ask again")
            .answer(SOON);
  }
}
