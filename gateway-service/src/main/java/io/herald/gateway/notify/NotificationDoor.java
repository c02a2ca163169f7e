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
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
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

  /** For routes, behind their guard. */
  Mono<ServerResponse> receive(ServerRequest request) {
    Caller caller = Caller.of(request).orElseThrow();
    return receive(caller, request.exchange().getRequest()).flatMap(Answer::asResponse);
  }

  /** Takes what that caller sends. */
  Mono<Answer> receive(Caller caller, ServerHttpRequest request) {
    HttpHeaders headers = request.getHeaders();
    return MediaTypes.isJson(headers)
        ? body.read(request)
            .map(Json::tree)
            .flatMap(sent -> withinLimit(caller, headers, sent))
            .onErrorResume(Answers::isRefusal, error -> Mono.just(Answers.refusal(error)))
        : Mono.just(Answers.NOT_JSON);
  }

  private Mono<Answer> withinLimit(Caller caller, HttpHeaders headers, JsonNode sent) {
    int count = sent.isArray() ? Math.max(1, sent.size()) : 1;
    return limits
        .callerMayGoOn(caller.kindAndName(), count)
        .flatMap(
            mayGoOn -> mayGoOn ? take(caller, headers, sent) : Mono.fromSupplier(Answers::tooMany));
  }

  private Mono<Answer> take(Caller caller, HttpHeaders headers, JsonNode sent) {
    Sender sender = Sender.of(caller, headers);
    boolean isFree = caller.may(Scope.NOTIFY_SEND);
    List<String> chosen = isFree ? List.of() : ReadSubmissions.chosen(sent);
    if (!chosen.isEmpty()) {
      return Mono.just(Answers.notToChoose(chosen));
    }
    List<Submission> all = read.read(sent, sender);
    if (!isFree && !all.stream().allMatch(it -> isFor(caller, it))) {
      return Mono.just(Answers.FOR_OTHERS);
    }
    Trace trace = traces.resume(STEP, headers::getFirst);
    return submit
        .submit(all, trace)
        .map(outcome ->
            sent.isArray()
                ? Answers.batch(all, outcome, sender)
                : Answers.one(all.getFirst(), outcome, sender));
  }

  private static boolean isFor(Caller caller, Submission submission) {
    Recipient self = Recipient.user(caller.user().orElseThrow());
    return submission.request().to().stream().allMatch(self::equals);
  }
}
