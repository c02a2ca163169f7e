package io.herald.gateway.webhook;

import static io.herald.gateway.WebhookClient.message;
import static io.herald.gateway.WebhookClient.newUpdateId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.backends.Backends;
import io.herald.backends.BesideOthers;
import io.herald.backends.TestKafka;
import io.herald.backends.TestRedis;
import io.herald.gateway.PublishedUpdates;
import io.herald.gateway.RunningGateway;
import io.herald.gateway.WebhookClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the webhook answers while something that it stands on is gone. */
@BesideOthers
class OutageTest {

  private static TestKafka kafka;
  private static TestRedis redis;
  private static RunningGateway gateway;
  private static WebhookClient telegram;

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
    telegram = new WebhookClient(gateway);
  }

  @AfterAll
  static void close() {
    gateway.close();
    redis.close();
    kafka.close();
  }

  @Test
  void takesUpdatesWithoutRedisAndMarksThem() {
    long before = newUpdateId();
    assertThat(telegram.deliver(message(before, 5)).statusCode()).isEqualTo(200);

    long without = newUpdateId();
    redis.stop();
    Instant asked = Instant.now();
    try {
      assertThat(telegram.deliver(message(without, 5)).statusCode()).isEqualTo(200);
      assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(3));
    } finally {
      redis.start();
    }

    assertThat(dedupe(before)).isEmpty();
    assertThat(dedupe(without)).isEqualTo("skipped");
    await()
        .untilAsserted(() -> {
          long after = newUpdateId();
          assertThat(telegram.deliver(message(after, 5)).statusCode()).isEqualTo(200);
          assertThat(dedupe(after)).isEmpty();
        });
  }

  @Test
  void takesAnUpdateAgainAfterRedisForgotIt() {
    long id = newUpdateId();
    telegram.deliver(message(id, 5));
    redis.flush();

    assertThat(telegram.deliver(message(id, 5)).statusCode()).isEqualTo(200);
    try (PublishedUpdates published = gateway.published()) {
      assertThat(published.of(id)).hasSize(2);
    }
  }

  @Test
  void promisesNothingWithoutKafkaAndTakesTheSameUpdateAfterwards() {
    long id = newUpdateId();
    kafka.stop();
    try {
      HttpResponse<String> answer = telegram.deliver(message(id, 5));

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(-1)).isBetween(1L, 10L);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
      // Refused, not claimed: the re-send is not taken for a duplicate.
      assertThat(telegram.deliver(message(id, 5)).statusCode()).isEqualTo(503);
      await()
          .untilAsserted(() ->
              assertThat(telegram.get("/actuator/health/readiness").statusCode()).isEqualTo(503));
    } finally {
      kafka.start();
    }

    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> telegram.deliver(message(id, 5)).statusCode() == 200);
    assertThat(telegram.deliver(message(id, 5)).statusCode()).isEqualTo(200);
    try (PublishedUpdates published = gateway.published()) {
      assertThat(published.of(id)).hasSize(1);
    }
  }

  private static String dedupe(long id) {
    try (PublishedUpdates published = gateway.published()) {
      return PublishedUpdates.header(published.of(id).getFirst(), "dedupe");
    }
  }
}
