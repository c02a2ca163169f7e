package io.herald.gateway.reference;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/** Reads from router functions which methods and paths they have. */
final class MappedRoutes implements RouterFunctions.Visitor {

  private final Set<String> found = new TreeSet<>();

  /** For example {@code POST /send}. */
  static Set<String> of(List<RouterFunction<?>> routes) {
    var visitor = new MappedRoutes();
    routes.forEach(it -> it.accept(visitor));
    return visitor.found;
  }

  @Override
  public void route(RequestPredicate predicate, HandlerFunction<?> handler) {
    var visitor = new MethodAndPath();
    predicate.accept(visitor);
    visitor.methods.forEach(method -> found.add(method + " " + visitor.path));
  }

  @Override
  public void startNested(RequestPredicate predicate) {
    throw new UnsupportedOperationException("nested routes are not read here: " + predicate);
  }

  @Override
  public void endNested(RequestPredicate predicate) {}

  @Override
  public void resources(Function<ServerRequest, Mono<Resource>> lookup) {}

  @Override
  public void attributes(Map<String, Object> attributes) {}

  @Override
  public void unknown(RouterFunction<?> routes) {
    throw new UnsupportedOperationException("routes of an unknown kind: " + routes);
  }

  private static final class MethodAndPath implements RequestPredicates.Visitor {

    private Set<HttpMethod> methods = Set.of();
    private String path = "";

    @Override
    public void method(Set<HttpMethod> methods) {
      this.methods = methods;
    }

    @Override
    public void path(String pattern) {
      path = pattern;
    }

    // Gone in the framework's next version; until then it has to be there.
    @SuppressWarnings("removal")
    @Override
    public void pathExtension(String extension) {}

    @Override
    public void header(String name, String value) {}

    @Override
    public void queryParam(String name, String value) {}

    @Override
    public void version(String version) {}

    @Override
    public void startAnd() {}

    @Override
    public void and() {}

    @Override
    public void endAnd() {}

    @Override
    public void startOr() {}

    @Override
    public void or() {}

    @Override
    public void endOr() {}

    @Override
    public void startNegate() {}

    @Override
    public void endNegate() {}

    @Override
    public void unknown(RequestPredicate predicate) {}
  }
}
