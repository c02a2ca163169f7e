package io.herald.gateway.schedule;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.herald.gateway.limit.ApiLimits;
import io.herald.gateway.limit.ReadBody;
import io.herald.gateway.limit.RequestLimits;
import io.herald.gateway.notify.Answers;
import io.herald.runtime.access.Access;
import io.herald.runtime.access.Caller;
import io.herald.runtime.access.Scope;
import io.herald.runtime.schedule.SchedulesUnknown;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.HandlerFilterFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * The addresses of schedules. People see their own, the scope {@code admin} sees all; below {@code
 * /api/admin} only that scope gets in.
 */
@Configuration(proxyBeanMethods = false)
class ScheduleRoutes {

  @Bean
  ScheduleDoor scheduleDoor(ScheduleDesk desk, ReadSchedule read, ApiLimits limits) {
    return new ScheduleDoor(desk, read, new ReadBody(limits.bodyBytes()));
  }

  @Bean
  RouterFunction<ServerResponse> scheduleApi(
      ScheduleDoor door, Access access, RequestLimits limits) {
    String one = ScheduleDoor.PATH + "/{id}";
    return route()
        .GET(ScheduleDoor.PATH, door::list)
        .POST(ScheduleDoor.PATH, door::create)
        .POST(ScheduleDoor.PATH + "/preview", door::preview)
        .GET(one, door::show)
        .PUT(one, door::replace)
        .DELETE(one, door::delete)
        .POST(one + "/pause", door::pause)
        .POST(one + "/resume", door::resume)
        .POST(one + "/trigger", door::trigger)
        .GET(one + "/history", door::history)
        .filter(access.requirePersonOr(Scope.ADMIN))
        .filter(withinLimit(limits))
        .onError(Answers::isRefusal, (error, _) -> Answers.refused(error))
        .onError(ScheduleRoutes::isOutage, (error, _) -> ScheduleAnswers.unavailable(error))
        .build();
  }

  @Bean
  RouterFunction<ServerResponse> schedulerApi(
      SchedulerDoor scheduler, ScheduleDoor door, Access access, RequestLimits limits) {
    String one = SchedulerDoor.JOBS + "/{id}";
    return route()
        .GET(SchedulerDoor.PATH + "/status", scheduler::status)
        .GET(SchedulerDoor.JOBS, door::list)
        .GET(one + "/history", door::history)
        .POST(one + "/trigger", door::trigger)
        .filter(access.require(Scope.ADMIN))
        .filter(withinLimit(limits))
        .onError(Answers::isRefusal, (error, _) -> Answers.refused(error))
        .onError(ScheduleRoutes::isOutage, (error, _) -> ScheduleAnswers.unavailable(error))
        .build();
  }

  private static HandlerFilterFunction<ServerResponse, ServerResponse> withinLimit(
      RequestLimits limits) {
    return (request, next) ->
        mayGoOn(request, limits)
            .flatMap(mayGoOn -> mayGoOn ? next.handle(request) : ScheduleAnswers.tooFast());
  }

  private static Mono<Boolean> mayGoOn(ServerRequest request, RequestLimits limits) {
    Caller caller = Caller.of(request).orElseThrow();
    return caller
        .user()
        .map(limits::personMayGoOn)
        .orElseGet(() -> limits.callerMayGoOn(caller.kindAndName(), 1));
  }

  private static boolean isOutage(Throwable error) {
    return error instanceof SchedulesUnknown
        || error instanceof org.apache.kafka.common.KafkaException
        || error instanceof org.springframework.kafka.KafkaException;
  }
}
