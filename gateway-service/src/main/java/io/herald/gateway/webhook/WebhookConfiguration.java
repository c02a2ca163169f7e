package io.herald.gateway.webhook;

import io.herald.gateway.GatewaySettings;
import io.herald.gateway.ingest.IngestUpdate;
import io.herald.gateway.limit.ClientAddress;
import io.herald.gateway.limit.RequestLimits;
import io.herald.gateway.telegram.BotCalls;
import io.herald.runtime.config.Bots;
import io.herald.runtime.config.InvalidSetting;
import io.herald.telegram.api.WebhookSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.autoconfigure.WebHttpHandlerBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the door in front of the other handlers. */
@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

  private static final Logger log = LoggerFactory.getLogger(WebhookConfiguration.class);

  @Bean
  ClientAddress clientAddress(WebhookProperties settings) {
    return new ClientAddress(settings.proxyRanges());
  }

  @Bean
  ReceiveWebhook receiveWebhook(
      Bots bots,
      GatewaySettings gateway,
      WebhookProperties settings,
      ClientAddress clients,
      RequestLimits limits,
      IngestUpdate ingest) {
    var secrets = WebhookAccess.secrets(bots, settings.secret());
    boolean open = secrets.values().stream().anyMatch(secret -> secret.length == 0);
    if (open && !gateway.polling()) {
      throw new InvalidSetting(
          "TELEGRAM_WEBHOOK_SECRET",
          "is required with HERALD_INGEST=webhook; choose 1 to 256 of A-Z, a-z, 0-9, _ and -");
    }
    // While polling, the door stays shut: no bot takes webhooks.
    var access =
        new WebhookAccess(
            gateway.polling() ? Map.of() : secrets,
            settings.secretPrevious(),
            settings.sourceRanges());
    return new ReceiveWebhook(access, clients, limits, ingest);
  }

  @Bean
  RegisterWebhooks registerWebhooks(
      Bots bots, BotCalls calls, GatewaySettings gateway, WebhookProperties settings) {
    if (!gateway.polling() && gateway.publicBaseUrl().isEmpty() && !bots.isEmpty()) {
      log.warn("PUBLIC_BASE_URL is not set: register the webhook with Telegram yourself");
    }
    return new RegisterWebhooks(
        calls.byBot(),
        gateway.polling() || gateway.publicBaseUrl().isEmpty()
            ? Map.of()
            : webhooks(bots, gateway, settings));
  }

  private static Map<String, WebhookSettings> webhooks(
      Bots bots, GatewaySettings gateway, WebhookProperties settings) {
    return WebhookAccess.secrets(bots, settings.secret()).entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                secret ->
                    new WebhookSettings(
                        gateway.publicBaseUrl().orElseThrow() + WebhookDoor.PATH + secret.getKey(),
                        new String(secret.getValue(), StandardCharsets.UTF_8),
                        settings.maxConnections(),
                        gateway.allowedUpdates())));
  }

  @Bean
  WebHttpHandlerBuilderCustomizer webhookDoor(ReceiveWebhook webhook, MeterRegistry meters) {
    CountAnswers answers = new CountAnswers(meters);
    return builder ->
        builder.httpHandlerDecorator(others -> new WebhookDoor(others, webhook, answers));
  }
}
