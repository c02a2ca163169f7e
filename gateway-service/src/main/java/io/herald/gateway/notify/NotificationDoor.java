package io.herald.gateway.notify;

import io.herald.gateway.limit.ReadBody;
import io.herald.gateway.limit.RequestLimits;
import io.herald.model.json.Json;
import io.herald.model.notification.Recipient;
import io.herald.runtime.access.Caller;
import io.herald.runtime.access.Scope;
import io.herald.runtime.trace.Trace;
import io.herald.runtime.trace.Traces;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Takes a request with notifications to its answer. */
final class NotificationDoor {

  /** The path of notifications. */
  static final String PATH = "/api/notifications";

  private static final String STEP = "notification.accept";

  private final ReadBody body;
  private final RequestLimits limits;
  private final ReadSubmissions read;
  private final SubmitNotifications submit;
  private final Traces traces;

  NotificationDoor(
      ReadBody body,
      RequestLimits limits,
      ReadSubmissions read,
      SubmitNotifications submit,
      Traces traces) {
    this.body = body;
    this.limits = limits;
    this.read = read;
    this.submit = submit;
    this.traces = traces;
  }

  Mono<ServerResponse> receive(ServerRequest request) {
    return MediaTypes.isJson(request)
        ? body.read(request).map(Json::tree).flatMap(sent -> withinLimit(request, sent))
        : Answers.NOT_JSON.answer();
  }

  private Mono<ServerResponse> withinLimit(ServerRequest request, JsonNode sent) {
    int count = sent.isArray() ? Math.max(1, sent.size()) : 1;
    return limits
        .callerMayGoOn(caller(request).name(), count)
        .flatMap(mayGoOn -> mayGoOn ? take(request, sent) : Answers.tooFast());
  }

  private Mono<ServerResponse> take(ServerRequest request, JsonNode sent) {
    HttpHeaders headers = request.headers().asHttpHeaders();
    Optional<String> key = IdempotencyKey.of(headers);
    Caller caller = caller(request);
    List<Submission> all = read.read(sent, caller.name(), key);
    if (!caller.may(Scope.NOTIFY_SEND) && !all.stream().allMatch(it -> isFor(caller, it))) {
      return Answers.FOR_OTHERS.answer();
    }
    Trace trace = traces.resume(STEP, headers::getFirst);
    return submit
        .submit(all, trace)
        .flatMap(outcome ->
            sent.isArray() ? Answers.of(all, outcome) : Answers.of(all.getFirst(), outcome));
  }

  private static boolean isFor(Caller caller, Submission submission) {
    Recipient self = Recipient.user(caller.user().orElseThrow());
    return submission.request().to().stream().allMatch(self::equals);
  }

  private static Caller caller(ServerRequest request) {
    return Caller.of(request).orElseThrow();
  }
}
