package io.herald.runtime.access;

import java.util.Optional;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/**
 * Tells who calls. Today by API key; another proof, such as a bearer token, is one more way to the
 * same {@link Caller}, tried where no key is sent along.
 */
public final class Access {

  private static final String API_KEY = "X-API-Key";

  private final ApiKeys keys;

  Access(ApiKeys keys) {
    this.keys = keys;
  }

  /** Lets through whoever may do that, and answers everybody else. */
  public RequireScope require(Scope scope) {
    return new RequireScope(this, scope);
  }

  /** Whether no kind of proof is configured, so that nobody could be let in. */
  boolean isClosed() {
    return keys.isEmpty();
  }

  /** Empty when nothing was proven: no key was sent, or one that nobody has. */
  Mono<Caller> caller(ServerRequest request) {
    return Mono.justOrEmpty(
        Optional.ofNullable(request.headers().firstHeader(API_KEY)).flatMap(keys::find));
  }
}
