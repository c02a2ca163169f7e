package io.herald.gateway.notify;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.herald.gateway.limit.ApiLimits;
import io.herald.gateway.limit.ReadBody;
import io.herald.gateway.limit.RequestLimits;
import io.herald.runtime.access.Access;
import io.herald.runtime.access.Scope;
import io.herald.runtime.contract.ReadNotification;
import io.herald.runtime.history.JustAccepted;
import io.herald.runtime.kafka.PublishRecord;
import io.herald.runtime.redis.RedisLink;
import io.herald.runtime.trace.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.webflux.autoconfigure.WebHttpHandlerBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Puts the way of notifications together. */
@Configuration(proxyBeanMethods = false)
class NotifyConfiguration {

  @Bean
  SubmitNotifications submitNotifications(
      RedisLink redis,
      PublishRecord records,
      JustAccepted history,
      MeterRegistry meters,
      Traces traces) {
    return new SubmitNotifications(
        new ClaimIds(redis), records, history, new NotifyMetrics(meters), traces);
  }

  @Bean
  ReadSubmissions readSubmissions(ReadNotification contract) {
    return new ReadSubmissions(contract);
  }

  @Bean
  NotificationDoor notificationDoor(
      ApiLimits limits,
      RequestLimits requests,
      ReadSubmissions read,
      SubmitNotifications submit,
      Traces traces) {
    return new NotificationDoor(new ReadBody(limits.bodyBytes()), requests, read, submit, traces);
  }

  @Bean
  WebHttpHandlerBuilderCustomizer notificationFrontDoor(NotificationDoor door, Access access) {
    return builder ->
        builder.httpHandlerDecorator(others -> new NotificationFrontDoor(others, door, access));
  }

  @Bean
  RouterFunction<ServerResponse> notificationRoutes(NotificationDoor door, Access access) {
    return route()
        .POST(NotificationDoor.PATH, door::receive)
        .filter(access.requirePersonOr(Scope.NOTIFY_SEND))
        .build();
  }
}
