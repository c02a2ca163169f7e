package io.herald.gateway.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.telegram.api.FakeBotApi;
import io.herald.telegram.api.WebhookStatus;
import io.herald.telegram.outcome.Outcome;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.test.StepVerifier;

class WatchBotsTest {

  private static final String ADDRESS = "https://bot.example.org";
  private static final String WEBHOOK = ADDRESS + "/telegram/webhook/main";
  private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final FakeBotApi telegram = new FakeBotApi();
  private BotFigures figures = new BotFigures("main", ADDRESS, meters);

  @Test
  void knowsNothingBeforeTelegramHasAnswered() {
    assertThat(gauge("herald.telegram.pending")).isNaN();
    assertThat(gauge("herald.telegram.token.accepted")).isNaN();
    assertThat(gauge("herald.telegram.webhook.right")).isNaN();
  }

  @Test
  void tellsWhatTelegramSays() {
    look(status(WEBHOOK, 7, "", null));

    assertThat(gauge("herald.telegram.pending")).isEqualTo(7);
    assertThat(gauge("herald.telegram.token.accepted")).isEqualTo(1);
    assertThat(gauge("herald.telegram.webhook.right")).isEqualTo(1);
    assertThat(trouble("certificate")).isZero();
  }

  @Test
  void aWebhookToElsewhereIsWrong() {
    look(status("https://other.example.org/hook", 0, "", null));
    assertThat(gauge("herald.telegram.webhook.right")).isZero();
  }

  @Test
  void whilePollingAnyWebhookIsWrong() {
    meters.clear();
    figures = new BotFigures("main", "", meters);
    look(status(WEBHOOK, 0, "", null));
    assertThat(gauge("herald.telegram.webhook.right")).isZero();
    look(status("", 0, "", null));
    assertThat(gauge("herald.telegram.webhook.right")).isEqualTo(1);
  }

  @Test
  void aRefusedTokenShows() {
    look(status(WEBHOOK, 7, "", null));
    telegram.thenFails(new Outcome.Unauthorized("401 Unauthorized"));
    StepVerifier.create(watch().look(telegram, figures)).verifyComplete();

    assertThat(gauge("herald.telegram.token.accepted")).isZero();
    assertThat(gauge("herald.telegram.pending")).isNaN();
  }

  @Test
  void whileTelegramIsGoneNothingIsKnownButTheToken() {
    look(status(WEBHOOK, 7, "", null));
    telegram.thenFails(new Outcome.Retryable("502"));
    StepVerifier.create(watch().look(telegram, figures)).verifyComplete();

    assertThat(gauge("herald.telegram.token.accepted")).isEqualTo(1);
    assertThat(gauge("herald.telegram.pending")).isNaN();
  }

  @Test
  void asksAgainAndAgain() {
    telegram.thenFails(new Outcome.Retryable("502")).thenBrings();
    StepVerifier.withVirtualTime(
            () -> {
              watch().start();
              return reactor.core.publisher.Mono.delay(Duration.ofSeconds(31));
            })
        .thenAwait(Duration.ofSeconds(31))
        .expectNextCount(1)
        .verifyComplete();
    assertThat(telegram.calls()).containsExactly("getWebhookInfo", "getWebhookInfo");
  }

  @ParameterizedTest
  @CsvSource({
    "SSL error {error:0A000086:SSL routines::certificate verify failed}, certificate",
    "Wrong response from the webhook: 500 Internal Server Error, answer",
    "Connection refused, unreachable",
    "Read timeout expired, unreachable",
    "Failed to resolve host: Name or service not known, unreachable",
    "IP address 127.0.0.1 is reserved, other"
  })
  void aFreshTroubleHasAReason(String lastError, String reason) {
    look(status(WEBHOOK, 1, lastError, NOW.minusSeconds(60)));

    for (Trouble each : Trouble.values()) {
      assertThat(trouble(each.word())).isEqualTo(each.word().equals(reason) ? 1 : 0);
    }
  }

  @Test
  void anOldTroubleIsOver() {
    look(status(WEBHOOK, 0, "Connection refused", NOW.minusSeconds(301)));
    assertThat(trouble("unreachable")).isZero();
  }

  private void look(WebhookStatus status) {
    telegram.thenSays(status);
    StepVerifier.create(watch().look(telegram, figures)).verifyComplete();
  }

  private WatchBots watch() {
    return new WatchBots(
        Map.of("main", telegram), Map.of("main", figures), Duration.ofSeconds(30), () -> NOW);
  }

  private static WebhookStatus status(
      String url, int pending, String lastError, @Nullable Instant lastErrorAt) {
    return new WebhookStatus(url, pending, 40, List.of(), lastError, lastErrorAt);
  }

  private double gauge(String name) {
    Gauge gauge = meters.get(name).tag("bot", "main").gauge();
    return gauge.value();
  }

  private double trouble(String reason) {
    return meters
        .get("herald.telegram.webhook.trouble")
        .tags("bot", "main", "reason", reason)
        .gauge()
        .value();
  }
}
