package io.herald.gateway.login;

import io.herald.gateway.login.Login.Trouble;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Sends whoever is not logged in to the login page: a visitor by a redirect, a part of a page that
 * stood open for too long by the header that htmx follows.
 */
final class AskToLogIn implements ServerAuthenticationEntryPoint, ServerAccessDeniedHandler {

  private static final String HTMX = "HX-Request";
  private static final String HTMX_GO = "HX-Redirect";

  private final Login login;

  AskToLogIn(Login login) {
    this.login = login;
  }

  @Override
  public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException reason) {
    ServerHttpResponse response = exchange.getResponse();
    if (isPart(exchange)) {
      response.setStatusCode(HttpStatus.UNAUTHORIZED);
      response.getHeaders().set(HTMX_GO, login.page(Trouble.EXPIRED));
    } else {
      response.setStatusCode(HttpStatus.FOUND);
      response.getHeaders().setLocation(URI.create(login.page()));
    }
    return response.setComplete();
  }

  /** A form without its token: it is older than the session, or not ours. Nothing is done. */
  @Override
  public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException reason) {
    ServerHttpResponse response = exchange.getResponse();
    response.setStatusCode(HttpStatus.FORBIDDEN);
    if (isPart(exchange)) {
      response.getHeaders().set(HTMX_GO, login.page(Trouble.EXPIRED));
    }
    return response.setComplete();
  }

  private static boolean isPart(ServerWebExchange exchange) {
    return exchange.getRequest().getHeaders().containsHeader(HTMX);
  }
}
