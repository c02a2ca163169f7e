package io.herald.gateway.login;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/**
 * Somebody who has logged in to the page.
 *
 * @param user their id in Herald
 * @param displayName what to call them
 * @param isAdmin whether they have the scope {@code admin}: everybody's schedules are shown to them
 * @param idToken the provider's token, to log out there too; empty: it was too long to keep
 */
public record PagePerson(String user, String displayName, boolean isAdmin, String idToken)
    implements AuthenticatedPrincipal {

  public PagePerson {
    // What is empty is not written.
    idToken = idToken == null ? "" : idToken;
  }

  /** Who sent a request for a page that only people see who have logged in. */
  public static Mono<PagePerson> of(ServerRequest request) {
    return request
        .principal()
        .cast(Authentication.class)
        .map(authentication -> (PagePerson) authentication.getPrincipal());
  }

  Authentication authentication() {
    return UsernamePasswordAuthenticationToken.authenticated(this, null, List.of());
  }

  @Override
  @JsonIgnore
  public String getName() {
    return user;
  }

  @Override
  public String toString() {
    return "PagePerson[user=" + user + "]";
  }
}
