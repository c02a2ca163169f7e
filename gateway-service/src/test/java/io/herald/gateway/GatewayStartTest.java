package io.herald.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.backends.Backends;
import io.herald.runtime.config.InvalidSetting;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the gateway with neither Redis nor Telegram in reach, and mostly no Kafka. */
class GatewayStartTest {

  private static final String TOKEN = "TELEGRAM_BOT_TOKEN=123456:ABC-hidden";

  // Only so that this one ends at once: nobody asks it for anything.
  private static final String KAFKA =
      "KAFKA_BOOTSTRAP_SERVERS=" + Backends.kafka().bootstrapServers();

  @Test
  void demandsASecretInWebhookMode() {
    assertThatThrownBy(() -> start(TOKEN).close())
        .hasRootCauseInstanceOf(InvalidSetting.class)
        .rootCause()
        .hasMessageStartingWith("TELEGRAM_WEBHOOK_SECRET: is required");
  }

  @Test
  void demandsNoSecretWhilePolling() {
    try (var gateway = start(TOKEN, "HERALD_INGEST=polling", KAFKA)) {
      assertThat(gateway.isRunning()).isTrue();
    }
  }

  @Test
  void namesTheAddressOfTelegramThatIsNone() {
    assertThatThrownBy(() -> start("TELEGRAM_API_URL=http://localhost/bothidden").close())
        .hasRootCauseInstanceOf(InvalidSetting.class)
        .rootCause()
        .hasMessageStartingWith("TELEGRAM_API_URL: ")
        .hasMessageNotContaining("hidden");
  }

  @Test
  void runsWithoutAnyBotAndEndsInTimeWithoutKafka() {
    var gateway = start("PUBLIC_BASE_URL=https://bot.example.org");
    assertThat(gateway.isRunning()).isTrue();

    Instant asked = Instant.now();
    gateway.close();
    // A service has 20 s to end; its admin client would wait a minute for Kafka if it were let.
    assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(20));
  }

  private static ConfigurableApplicationContext start(String... settings) {
    // Port 1 refuses connections.
    Stream<String> nowhere =
        Stream.of(
            "SERVER_PORT=0",
            "spring.kafka.bootstrap-servers=${KAFKA_BOOTSTRAP_SERVERS:127.0.0.1:1}",
            "REDIS_URL=redis://127.0.0.1:1",
            "herald.telegram-api-url=${TELEGRAM_API_URL:http://127.0.0.1:1}");
    String[] arguments =
        Stream.concat(nowhere, Arrays.stream(settings))
            .map(setting -> "--" + setting)
            .toArray(String[]::new);
    var application = new SpringApplication(GatewayService.class);
    application.addInitializers(RunningGateway::giveOwnThreads);
    return application.run(arguments);
  }
}
