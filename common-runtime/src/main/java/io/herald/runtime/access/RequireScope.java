package io.herald.runtime.access;

import io.herald.runtime.problem.Problem;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.HandlerFilterFunction;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Stands before routes, as {@code routes.filter(access.require(Scope.ADMIN))}: 401 for a caller who
 * is not known, 403 for one who may not do that, and for everybody while no key is configured.
 */
public final class RequireScope implements HandlerFilterFunction<ServerResponse, ServerResponse> {

  private static final Problem CLOSED =
      new Problem(
          HttpStatus.FORBIDDEN,
          "closed, because HERALD_API_KEYS is not set: put name=<hash>:admin there, the hash being"
              + " what printf %s \"$KEY\" | sha256sum prints for a long random key");
  private static final Problem UNKNOWN =
      new Problem(HttpStatus.UNAUTHORIZED, "send a valid API key in the header X-API-Key");
  private static final Map<String, String> CHALLENGE =
      Map.of(HttpHeaders.WWW_AUTHENTICATE, "ApiKey realm=\"herald\"");

  private final Access access;
  private final Scope scope;

  RequireScope(Access access, Scope scope) {
    this.access = access;
    this.scope = scope;
  }

  @Override
  public Mono<ServerResponse> filter(ServerRequest request, HandlerFunction<ServerResponse> next) {
    if (access.isClosed()) {
      return CLOSED.answer();
    }
    return access
        .caller(request)
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty())
        .flatMap(caller ->
            caller.isEmpty() ? UNKNOWN.answer(CHALLENGE) : let(caller.get(), request, next));
  }

  private Mono<ServerResponse> let(
      Caller caller, ServerRequest request, HandlerFunction<ServerResponse> next) {
    if (!caller.may(scope)) {
      return new Problem(
              HttpStatus.FORBIDDEN,
              "the API key " + caller.name() + " lacks the scope " + scope.word())
          .answer();
    }
    caller.attachTo(request);
    return next.handle(request);
  }
}
