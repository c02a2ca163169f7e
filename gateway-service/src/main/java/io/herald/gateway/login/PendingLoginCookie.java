package io.herald.gateway.login;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Keeps a login that is under way with the browser that began it: no other can end it. */
final class PendingLoginCookie
    implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {

  private final SealedCookie<PendingLogin> cookie;

  PendingLoginCookie(SealedCookie<PendingLogin> cookie) {
    this.cookie = cookie;
  }

  @Override
  public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
    String state = exchange.getRequest().getQueryParams().getFirst("state");
    return Mono.justOrEmpty(cookie.read(exchange))
        .filter(pending -> pending.state().equals(state))
        .map(PendingLogin::request);
  }

  @Override
  public Mono<Void> saveAuthorizationRequest(
      @Nullable OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
    return Mono.fromRunnable(() -> {
      if (request == null) {
        cookie.remove(exchange);
      } else {
        cookie.write(exchange, PendingLogin.of(request));
      }
    });
  }

  @Override
  public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
    return loadAuthorizationRequest(exchange).doOnNext(_ -> cookie.remove(exchange));
  }
}
