package io.herald.gateway.login;

import io.herald.runtime.access.ClaimedScopes;
import io.herald.runtime.access.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Keeps who is logged in with their browser. Nothing depends on Redis or on the replica, and a
 * session ends with its time or by logging out, not from our side. So do the rights that the
 * provider's token gave at the login.
 */
final class SessionCookie implements ServerSecurityContextRepository {

  // With the seal and the rest it stays below the 4096 bytes that every browser keeps (RFC 6265).
  private static final int LONGEST_TOKEN = 2_000;

  private final SealedCookie<PagePerson> cookie;

  SessionCookie(SealedCookie<PagePerson> cookie) {
    this.cookie = cookie;
  }

  @Override
  public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
    return Mono.fromRunnable(() -> {
      if (context == null || context.getAuthentication() == null) {
        cookie.remove(exchange);
      } else if (context.getAuthentication().getPrincipal() instanceof OidcUser user) {
        cookie.write(exchange, person(user));
      }
    });
  }

  @Override
  public Mono<SecurityContext> load(ServerWebExchange exchange) {
    return Mono.justOrEmpty(cookie.read(exchange))
        .map(person -> new SecurityContextImpl(person.authentication()));
  }

  private static PagePerson person(OidcUser user) {
    String token = user.getIdToken().getTokenValue();
    return new PagePerson(
        user.getName(),
        displayName(user),
        ClaimedScopes.of(user.getClaims()).contains(Scope.ADMIN),
        token.length() > LONGEST_TOKEN ? "" : token);
  }

  private static String displayName(OidcUser user) {
    if (user.getFullName() != null) {
      return user.getFullName();
    }
    return user.getPreferredUsername() == null ? user.getName() : user.getPreferredUsername();
  }
}
