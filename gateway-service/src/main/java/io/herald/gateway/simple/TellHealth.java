package io.herald.gateway.simple;

import io.herald.model.json.Json;
import io.herald.runtime.config.Bots;
import io.herald.runtime.kafka.KafkaReachability;
import io.herald.runtime.redis.RedisLink;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Tells a person or script whether notifications are taken: 200, or 503 while Kafka is away. */
final class TellHealth {

  /**
   * How things are.
   *
   * @param status {@code ok}; {@code degraded}: taken, but something is missing; {@code
   *     unavailable}
   * @param kafka {@code up} or {@code down}
   * @param redis {@code up} or {@code down}
   * @param telegram {@code configured}, or {@code no token}
   */
  record State(String status, String kafka, String redis, String telegram) {}

  private final KafkaReachability kafka;
  private final RedisLink redis;
  private final Bots bots;

  TellHealth(KafkaReachability kafka, RedisLink redis, Bots bots) {
    this.kafka = kafka;
    this.redis = redis;
    this.bots = bots;
  }

  Mono<ServerResponse> tell(ServerRequest request) {
    boolean takes = isUp(kafka);
    boolean complete = isUp(redis) && !bots.isEmpty();
    var state =
        new State(
            takes ? (complete ? "ok" : "degraded") : "unavailable",
            word(kafka),
            word(redis),
            bots.isEmpty() ? "no token" : "configured");
    return ServerResponse.status(takes ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(Json.write(state));
  }

  private static String word(HealthIndicator part) {
    return isUp(part) ? "up" : "down";
  }

  private static boolean isUp(HealthIndicator part) {
    return part.health().getStatus().equals(Status.UP);
  }
}
