package io.herald.gateway.post;

import io.herald.gateway.limit.ReadBody;
import io.herald.gateway.limit.RequestLimits;
import io.herald.gateway.notify.Answers;
import io.herald.gateway.notify.Sender;
import io.herald.model.job.JobIds;
import io.herald.model.json.Json;
import io.herald.model.schedule.Owner;
import io.herald.runtime.access.Caller;
import io.herald.runtime.access.Scope;
import io.herald.runtime.contract.InvalidNotification;
import io.herald.runtime.contract.Violation;
import java.util.List;
import java.util.UUID;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Takes a request about posts to its answer. */
final class PostDoor {

  static final String PATH = "/api/posts";

  private final Posts posts;
  private final ReadPost read;
  private final ReadBody body;
  private final RequestLimits limits;

  PostDoor(Posts posts, ReadPost read, ReadBody body, RequestLimits limits) {
    this.posts = posts;
    this.read = read;
    this.body = body;
    this.limits = limits;
  }

  Mono<ServerResponse> take(ServerRequest request) {
    Sender sender = Sender.of(request);
    return body.read(request).map(Json::tree).flatMap(sent -> withinLimit(sender, sent));
  }

  private Mono<ServerResponse> withinLimit(Sender sender, JsonNode sent) {
    return limits
        .callerMayGoOn(sender.caller().kindAndName(), 1)
        .flatMap(mayGoOn -> mayGoOn ? take(sender, sent) : Answers.tooFast());
  }

  private Mono<ServerResponse> take(Sender sender, JsonNode sent) {
    Draft draft = read.read(sent);
    return posts.take(id(sender), draft, owner(sender.caller(), draft)).flatMap(PostAnswers::taken);
  }

  /** The same key of the same caller is the same post. */
  private static String id(Sender sender) {
    return JobIds.of(
        sender
            .idempotencyKey()
            .map(key -> "post:" + sender.caller().kindAndName() + '\n' + key)
            .orElseGet(() -> UUID.randomUUID().toString()));
  }

  private static Owner owner(Caller caller, Draft draft) {
    String named = draft.owner();
    if (caller.user().isEmpty()) {
      return named == null ? Owner.OPERATORS : Owner.user(named);
    }
    String self = caller.user().get();
    if (named != null && !named.equals(self)) {
      throw new InvalidNotification(
          List.of(new Violation("/owner", "is you; only a program with an API key names another")));
    }
    return Owner.user(self);
  }

  Mono<ServerResponse> show(ServerRequest request) {
    return found(request, Scope.NOTIFY_READ)
        .flatMap(PostAnswers::post)
        .switchIfEmpty(Mono.defer(PostAnswers::none));
  }

  Mono<ServerResponse> delete(ServerRequest request) {
    return found(request, Scope.NOTIFY_SEND)
        .flatMap(this::delete)
        .switchIfEmpty(Mono.defer(PostAnswers::none));
  }

  private Mono<ServerResponse> delete(PostView post) {
    return post.waits()
        ? posts.delete(post).flatMap(_ -> PostAnswers.deleted())
        : PostAnswers.tooLate(post);
  }

  /** What the caller may know of: people their own, and everything with that scope. */
  private Mono<PostView> found(ServerRequest request, Scope all) {
    Caller caller = Caller.of(request).orElseThrow();
    return posts
        .find(request.pathVariable("id"))
        .filter(post ->
            caller.may(all) || caller.user().filter(self -> self.equals(post.owner())).isPresent());
  }
}
