package io.herald.gateway.problem;

import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds out which methods there are at an address: routes alone only tell that none fits. */
final class AllowedMethods {

  private static final List<HttpMethod> METHODS =
      List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

  private final List<RouterFunction<?>> routes;

  AllowedMethods(List<RouterFunction<?>> routes) {
    this.routes = routes;
  }

  /** The methods that some route has at the address of that request; empty: there is nothing. */
  Mono<List<HttpMethod>> at(ServerWebExchange exchange) {
    return Flux.fromIterable(METHODS).filterWhen(method -> exists(method, exchange)).collectList();
  }

  private Mono<Boolean> exists(HttpMethod method, ServerWebExchange exchange) {
    ServerWebExchange other = exchange.mutate().request(it -> it.method(method)).build();
    ServerRequest request = ServerRequest.create(other, List.of());
    return Flux.fromIterable(routes).concatMap(routes -> routes.route(request)).hasElements();
  }
}
