package io.herald.gateway.login;

import java.util.List;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What belongs to the page. Everything else knows no session, no login and no form: it is not for
 * browsers.
 */
final class PagePaths implements ServerWebExchangeMatcher {

  private static final List<String> EXACT = List.of("/", "/login", "/logout", "/history");
  private static final List<String> BELOW =
      List.of("/account/", "/history/", "/assets/", "/login/oauth2/", "/oauth2/authorization/");

  @Override
  public Mono<MatchResult> matches(ServerWebExchange exchange) {
    return include(exchange) ? MatchResult.match() : MatchResult.notMatch();
  }

  boolean include(ServerWebExchange exchange) {
    String path = exchange.getRequest().getURI().getRawPath();
    return EXACT.contains(path) || BELOW.stream().anyMatch(path::startsWith);
  }
}
