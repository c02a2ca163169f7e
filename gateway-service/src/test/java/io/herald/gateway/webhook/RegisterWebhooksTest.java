package io.herald.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.herald.backends.BesideOthers;
import io.herald.telegram.api.BotApi;
import io.herald.telegram.api.FakeBotApi;
import io.herald.telegram.api.WebhookSettings;
import io.herald.telegram.outcome.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.support.GenericApplicationContext;

@ResourceLock(BesideOthers.LOG)
class RegisterWebhooksTest {

  private static final String CALL = "setWebhook https://bot.example.org/telegram/webhook/main";

  private final FakeBotApi telegram = new FakeBotApi();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    logger().addAppender(log);
  }

  @AfterEach
  void leave() {
    logger().detachAppender(log);
  }

  @Test
  void registersWhenTheApplicationIsReady() {
    telegram.thenBrings();
    RegisterWebhooks webhooks = of(Map.of("main", telegram));
    assertThat(telegram.calls()).isEmpty();

    webhooks.onApplicationEvent(ready());

    assertThat(telegram.calls()).containsExactly(CALL);
    assertThat(lines()).singleElement().asString().contains("sends updates of bot main to https");
  }

  @Test
  void triesUntilTelegramAnswers() {
    telegram.thenFails(new Outcome.RetryAfter(Duration.ofSeconds(1))).thenBrings();
    of(Map.of("main", telegram)).onApplicationEvent(ready());
    assertThat(telegram.calls()).hasSize(1);

    await().untilAsserted(() -> assertThat(telegram.calls()).containsExactly(CALL, CALL));
    await().untilAsserted(() -> assertThat(lines().getLast()).contains("sends updates"));
  }

  @Test
  void stopsAtAWrongTokenAndSaysSoOnce() {
    telegram.thenFails(new Outcome.Unauthorized("401 Unauthorized"));
    of(Map.of("main", telegram)).onApplicationEvent(ready());

    assertThat(telegram.calls()).hasSize(1);
    assertThat(lines())
        .singleElement()
        .asString()
        .contains("refuses the webhook of bot main", "401 Unauthorized")
        .doesNotContain("hidden");
  }

  @Test
  void registersTheOthersWhenOneIsRefused() {
    FakeBotApi other = new FakeBotApi().thenBrings();
    telegram.thenFails(new Outcome.Unauthorized("401 Unauthorized"));
    of(new TreeMap<>(Map.of("alerts", telegram, "main", other))).onApplicationEvent(ready());

    assertThat(other.calls()).containsExactly(CALL);
  }

  @Test
  void doesNothingWithoutBots() {
    of(Map.of()).onApplicationEvent(ready());

    assertThat(lines()).isEmpty();
  }

  private static RegisterWebhooks of(Map<String, BotApi> bots) {
    Map<String, WebhookSettings> webhooks = new TreeMap<>();
    bots.keySet().forEach(bot -> webhooks.put(bot, webhook(bot)));
    return new RegisterWebhooks(bots, webhooks);
  }

  private static WebhookSettings webhook(String bot) {
    String url = "https://bot.example.org/telegram/webhook/" + bot;
    return new WebhookSettings(url, "hidden", 40, List.of());
  }

  private static ApplicationReadyEvent ready() {
    return new ApplicationReadyEvent(
        new SpringApplication(),
        new String[0],
        new GenericApplicationContext(),
        Duration.ofSeconds(1));
  }

  private List<String> lines() {
    return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger(RegisterWebhooks.class);
  }
}
