package io.herald.gateway.webhook;

import io.herald.gateway.GatewaySettings;
import io.herald.gateway.ingest.IngestUpdate;
import io.herald.gateway.limit.RequestLimits;
import io.herald.runtime.config.Bots;
import io.herald.runtime.config.InvalidSetting;
import org.springframework.boot.webflux.autoconfigure.WebHttpHandlerBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the door in front of the other handlers. */
@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

  @Bean
  ReceiveWebhook receiveWebhook(
      Bots bots,
      GatewaySettings gateway,
      WebhookSettings settings,
      RequestLimits limits,
      IngestUpdate ingest) {
    var secrets = WebhookAccess.secrets(bots);
    boolean open = secrets.values().stream().anyMatch(secret -> secret.length == 0);
    if (open && !gateway.polling()) {
      throw new InvalidSetting(
          "TELEGRAM_WEBHOOK_SECRET",
          "is required with HERALD_INGEST=webhook; choose 1 to 256 of A-Z, a-z, 0-9, _ and -");
    }
    // While polling, the door stays shut: no bot takes webhooks.
    var access =
        new WebhookAccess(
            gateway.polling() ? java.util.Map.of() : secrets, settings.sourceRanges());
    return new ReceiveWebhook(access, new ClientAddress(settings.proxyRanges()), limits, ingest);
  }

  @Bean
  WebHttpHandlerBuilderCustomizer webhookDoor(ReceiveWebhook webhook) {
    return builder -> builder.httpHandlerDecorator(others -> new WebhookDoor(others, webhook));
  }
}
