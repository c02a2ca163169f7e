package io.herald.worker.deadletter;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.herald.runtime.access.Access;
import io.herald.runtime.access.Scope;
import io.herald.runtime.kafka.PublishRecord;
import io.herald.runtime.problem.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.RejectedExecutionException;
import org.apache.kafka.common.KafkaException;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Wires what operators can do with dead letters; all of it needs the scope {@code admin}. */
@Configuration(proxyBeanMethods = false)
class DeadLetterConfiguration {

  private static final String PATH = "/api/admin/dead-letters";

  @Bean
  ReadLetters readLetters(KafkaProperties kafka) {
    return new ReadLetters(kafka.buildConsumerProperties());
  }

  @Bean
  RouterFunction<ServerResponse> deadLetterRoutes(
      ReadLetters read, PublishRecord publish, MeterRegistry meters, Access access) {
    Clock clock = Clock.systemUTC();
    var replay = new ReplayLetters(read, publish, meters, clock);
    var desk = new DeadLetterDesk(read, replay, clock);
    return route()
        .GET(PATH, desk::list)
        .GET(PATH + "/{id}", desk::show)
        .POST(PATH + "/replay", desk::replayMany)
        .POST(PATH + "/{id}/replay", desk::replayOne)
        .filter(access.require(Scope.ADMIN))
        .onError(DeadLetterConfiguration::isTellable, (error, _) -> problem(error).answer())
        .build();
  }

  private static boolean isTellable(Throwable error) {
    return error instanceof UnusableRequest
        || error instanceof DataBufferLimitException
        || error instanceof ReplayLetters.BrokenOff
        || error instanceof KafkaException
        || error instanceof RejectedExecutionException;
  }

  private static Problem problem(Throwable error) {
    return switch (error) {
      case UnusableRequest unusable ->
          new Problem(HttpStatus.BAD_REQUEST, String.valueOf(unusable.getMessage()));
      case DataBufferLimitException _ ->
          new Problem(HttpStatus.CONTENT_TOO_LARGE, "the body is too large");
      case RejectedExecutionException _ -> unavailable("too many others look at dead letters now");
      case ReplayLetters.BrokenOff broken -> unavailable(String.valueOf(broken.getMessage()));
      default -> unavailable("Kafka did not answer in time");
    };
  }

  private static Problem unavailable(String detail) {
    return new Problem(HttpStatus.SERVICE_UNAVAILABLE, detail);
  }
}
