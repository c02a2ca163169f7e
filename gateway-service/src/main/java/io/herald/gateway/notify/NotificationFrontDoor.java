package io.herald.gateway.notify;

import io.herald.runtime.access.Access;
import io.herald.runtime.access.Caller;
import io.herald.runtime.access.Scope;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/**
 * The place in front of WebFlux for programs that send with an API key, as the webhook's (decision
 * 0003): no filter, mapping or codec has anything to say about them. Everybody else, and whoever is
 * to be refused for who they are, goes on to the routes.
 */
final class NotificationFrontDoor implements HttpHandler {

  private static final Logger log = LoggerFactory.getLogger(NotificationFrontDoor.class);

  private final HttpHandler others;
  private final NotificationDoor door;
  private final Access access;

  NotificationFrontDoor(HttpHandler others, NotificationDoor door, Access access) {
    this.others = others;
    this.door = door;
    this.access = access;
  }

  @Override
  public Mono<Void> handle(ServerHttpRequest request, ServerHttpResponse response) {
    if (request.getMethod() != HttpMethod.POST
        || !NotificationDoor.PATH.equals(request.getURI().getRawPath())) {
      return others.handle(request, response);
    }
    Optional<Caller> program = access.program(request.getHeaders(), Scope.NOTIFY_SEND);
    return program.isPresent()
        ? door.receive(program.get(), request)
            .onErrorResume(NotificationFrontDoor::broken)
            .flatMap(answer -> answer.write(response))
        : others.handle(request, response);
  }

  // Nobody behind this door tells of errors that are ours.
  private static Mono<Answer> broken(Throwable error) {
    log.error("POST {} is answered 500", NotificationDoor.PATH, error);
    return Mono.just(Answers.BROKEN);
  }
}
