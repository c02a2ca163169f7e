package io.herald.gateway.notify;

import static io.herald.gateway.notify.NotificationDoorTest.newId;
import static io.herald.gateway.notify.NotificationDoorTest.notification;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.backends.Backends;
import io.herald.backends.BesideOthers;
import io.herald.backends.TestKafka;
import io.herald.backends.TestRedis;
import io.herald.gateway.ApiClient;
import io.herald.gateway.RunningGateway;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What senders are answered while something that the gateway stands on is gone. */
@BesideOthers
class NotifyOutageTest {

  private static final String PATH = "/api/notifications";

  private static TestKafka kafka;
  private static TestRedis redis;
  private static RunningGateway gateway;
  private static ApiClient shop;

  @BeforeAll
  static void open() {
    kafka = Backends.newKafka();
    redis = Backends.newRedis();
    gateway =
        RunningGateway.start(
            kafka,
            redis,
            "spring.kafka.producer.properties.[delivery.timeout.ms]=1500",
            "spring.kafka.producer.properties.[request.timeout.ms]=1000",
            "spring.data.redis.timeout=1s");
    shop = ApiClient.sender(gateway);
  }

  @AfterAll
  static void close() {
    gateway.close();
    redis.close();
    kafka.close();
  }

  @Test
  void acceptsWithoutRedis() {
    redis.stop();
    Instant asked = Instant.now();
    try {
      String id = newId();
      assertThat(shop.post(PATH, notification(id, "x")).statusCode()).isEqualTo(202);
      assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(3));
      assertThat(shop.post(PATH, notification(id, "y")).statusCode())
          .as("nobody can tell that it is another one")
          .isEqualTo(202);
    } finally {
      redis.start();
    }

    await()
        .untilAsserted(() -> {
          String id = newId();
          shop.post(PATH, notification(id, "x"));
          assertThat(shop.post(PATH, notification(id, "y")).statusCode()).isEqualTo(409);
        });
  }

  @Test
  void promisesNothingWithoutKafkaAndClaimsNothing() {
    String id = newId();
    kafka.stop();
    try {
      HttpResponse<String> answer = shop.post(PATH, notification(id, "x"));

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(-1)).isBetween(1L, 10L);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    } finally {
      kafka.start();
    }

    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> shop.post(PATH, notification(id, "another text")).statusCode() == 202);
    assertThat(shop.post(PATH, notification(id, "x")).statusCode()).isEqualTo(409);
  }
}
