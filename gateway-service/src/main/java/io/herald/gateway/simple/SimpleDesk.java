package io.herald.gateway.simple;

import io.herald.gateway.limit.RequestLimits;
import io.herald.gateway.notify.Answers;
import io.herald.gateway.notify.ReadSubmissions;
import io.herald.gateway.notify.Sender;
import io.herald.gateway.notify.Submission;
import io.herald.gateway.notify.SubmitNotifications;
import io.herald.gateway.upload.Form;
import io.herald.runtime.access.Caller;
import java.util.Set;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Takes what was filled in to its answer. */
final class SimpleDesk {

  private static final String TEXT = "text";
  private static final String CAPTION = "caption";

  private final ReadFields fields;
  private final RequestLimits limits;
  private final ReadSubmissions read;
  private final SubmitNotifications submit;
  private final SendPhoto sendPhoto;

  SimpleDesk(
      ReadFields fields,
      RequestLimits limits,
      ReadSubmissions read,
      SubmitNotifications submit,
      SendPhoto sendPhoto) {
    this.fields = fields;
    this.limits = limits;
    this.read = read;
    this.submit = submit;
    this.sendPhoto = sendPhoto;
  }

  Mono<ServerResponse> send(ServerRequest request) {
    return limited(request)
        .flatMap(mayGoOn ->
            mayGoOn ? fields.read(request, form -> text(request, form)) : Answers.tooFast());
  }

  Mono<ServerResponse> sendPhoto(ServerRequest request) {
    return limited(request)
        .flatMap(mayGoOn ->
            mayGoOn ? fields.read(request, form -> photo(request, form)) : Answers.tooFast());
  }

  private Mono<Boolean> limited(ServerRequest request) {
    return limits.callerMayGoOn(Caller.of(request).orElseThrow().kindAndName(), 1);
  }

  private Mono<ServerResponse> text(ServerRequest request, Form form) {
    var notification = SimpleNotification.of(form.fields(), TEXT, Set.of());
    Sender sender = Sender.of(request);
    Submission submission =
        SimpleNotification.inTermsOfFields(TEXT, () -> read.one(notification, sender));
    return submit.submit(submission).flatMap(outcome -> Answers.of(submission, outcome, sender));
  }

  private Mono<ServerResponse> photo(ServerRequest request, Form form) {
    var notification = SimpleNotification.of(form.fields(), CAPTION, Set.of(PhotoSource.PATH));
    Sender sender = Sender.of(request);
    return sendPhoto.send(
        form,
        notification,
        sender,
        complete -> SimpleNotification.inTermsOfFields(CAPTION, () -> read.one(complete, sender)));
  }
}
