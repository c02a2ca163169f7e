package io.herald.gateway.login;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What belongs to the page. Everything else knows no session, no login and no form: it is not for
 * browsers.
 */
final class PagePaths implements ServerWebExchangeMatcher {

  private static final List<String> EXACT =
      List.of("/", "/login", "/logout", "/history", "/schedules");
  private static final List<String> BELOW =
      List.of(
          "/account/",
          "/history/",
          "/schedules/",
          "/assets/",
          "/login/oauth2/",
          "/oauth2/authorization/");

  @Override
  public Mono<MatchResult> matches(ServerWebExchange exchange) {
    return include(exchange) ? MatchResult.match() : MatchResult.notMatch();
  }

  boolean include(ServerWebExchange exchange) {
    String path = path(exchange);
    return EXACT.contains(path) || BELOW.stream().anyMatch(path::startsWith);
  }

  // As routes see it: decoded, and without ";x=1".
  private static String path(ServerWebExchange exchange) {
    return exchange.getRequest().getPath().pathWithinApplication().elements().stream()
        .map(step -> step instanceof PathSegment named ? named.valueToMatch() : step.value())
        .collect(Collectors.joining());
  }
}
