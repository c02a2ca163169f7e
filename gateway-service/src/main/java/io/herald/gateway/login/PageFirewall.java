package io.herald.gateway.login;

import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Refuses odd requests for pages; the API tells apart for itself what it takes. */
final class PageFirewall implements ServerWebExchangeFirewall {

  private final PagePaths pages = new PagePaths();
  private final ServerWebExchangeFirewall strict = new StrictServerWebExchangeFirewall();

  @Override
  public Mono<ServerWebExchange> getFirewalledExchange(ServerWebExchange exchange) {
    return pages.include(exchange) ? strict.getFirewalledExchange(exchange) : Mono.just(exchange);
  }
}
