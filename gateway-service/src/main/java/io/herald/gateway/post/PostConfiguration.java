package io.herald.gateway.post;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.herald.gateway.limit.ApiLimits;
import io.herald.gateway.limit.ReadBody;
import io.herald.gateway.limit.RequestLimits;
import io.herald.runtime.access.Access;
import io.herald.runtime.access.Scope;
import io.herald.runtime.contract.ReadNotification;
import io.herald.runtime.schedule.Schedules;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.HandlerFilterFunction;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The addresses of posts. Sending one takes the scope; people see and delete their own. */
@Configuration(proxyBeanMethods = false)
class PostConfiguration {

  private static final String ONE = PostDoor.PATH + "/{id}";

  @Bean
  RouterFunction<ServerResponse> postRoutes(
      Schedules schedules,
      ReadNotification contract,
      InstantSource clock,
      ApiLimits bodies,
      RequestLimits limits,
      Access access) {
    var door =
        new PostDoor(
            new Posts(schedules, clock),
            new ReadPost(contract, clock),
            new ReadBody(bodies.bodyBytes()),
            limits);
    var send = access.require(Scope.NOTIFY_SEND);
    var see = access.requirePersonOr(Scope.NOTIFY_READ);
    var delete = access.requirePersonOr(Scope.NOTIFY_SEND);
    return guarded(RequestPredicates.POST(PostDoor.PATH), door::take, send)
        .and(guarded(RequestPredicates.GET(ONE), door::show, see))
        .and(guarded(RequestPredicates.DELETE(ONE), door::delete, delete));
  }

  private static RouterFunction<ServerResponse> guarded(
      RequestPredicate where,
      HandlerFunction<ServerResponse> handler,
      HandlerFilterFunction<ServerResponse, ServerResponse> guard) {
    return route()
        .route(where, handler)
        .filter(guard)
        .onError(PostAnswers::isTellable, (error, _) -> PostAnswers.refused(error))
        .build();
  }
}
