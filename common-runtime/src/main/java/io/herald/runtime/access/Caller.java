package io.herald.runtime.access;

import java.util.Optional;
import java.util.Set;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * Who calls, once that is proven.
 *
 * @param name for logs; no secret
 * @param scopes what the caller may do
 */
public record Caller(String name, Set<Scope> scopes) {

  private static final String ATTRIBUTE = Caller.class.getName();

  public Caller {
    scopes = Set.copyOf(scopes);
  }

  /** Whether the caller may do that. */
  public boolean may(Scope scope) {
    return scopes.contains(scope);
  }

  /** Who sent a request that {@link RequireScope} has let through. */
  public static Optional<Caller> of(ServerRequest request) {
    return request.attribute(ATTRIBUTE).map(Caller.class::cast);
  }

  void attachTo(ServerRequest request) {
    request.attributes().put(ATTRIBUTE, this);
  }
}
