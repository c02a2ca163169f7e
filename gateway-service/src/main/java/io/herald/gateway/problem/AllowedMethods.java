package io.herald.gateway.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
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

  /** The methods that some route has at the address of a request that none took. */
  Mono<List<HttpMethod>> at(ServerWebExchange exchange) {
    return Flux.fromIterable(METHODS).filterWhen(method -> exists(method, exchange)).collectList();
  }

  private Mono<Boolean> exists(HttpMethod method, ServerWebExchange exchange) {
    ServerWebExchange other = exchange.mutate().request(it -> it.method(method)).build();
    ServerRequest request = ServerRequest.create(new Trial(other), List.of());
    return Flux.fromIterable(routes).concatMap(routes -> routes.route(request)).hasElements();
  }

  /** Keeps to itself what routes note down when they match. */
  private static final class Trial extends ServerWebExchangeDecorator {

    private final Map<String, Object> attributes = new HashMap<>();

    private Trial(ServerWebExchange exchange) {
      super(exchange);
    }

    @Override
    public Map<String, Object> getAttributes() {
      return attributes;
    }
  }
}
