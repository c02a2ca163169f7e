package io.herald.gateway;

import io.herald.runtime.config.InvalidSetting;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where updates come from, and where people reach this gateway.
 *
 * @param ingest {@code webhook} or {@code polling}; polling removes a webhook that stands, keeping
 *     what waits
 * @param publicBaseUrl address under which Telegram and people reach the gateway; webhooks are
 *     registered as {@code {url}/telegram/webhook/{bot}} at every start; empty: unknown, none are
 * @param allowedUpdates kinds of update that Telegram shall send; empty: Telegram's default set
 */
@ConfigurationProperties("herald")
public record GatewaySettings(
    String ingest, Optional<String> publicBaseUrl, List<String> allowedUpdates) {

  /** Binds and checks. */
  public GatewaySettings(
      @Nullable String ingest,
      @Nullable Optional<String> publicBaseUrl,
      @DefaultValue({
            "message",
            "edited_message",
            "channel_post",
            "callback_query",
            "my_chat_member"
          })
          List<String> allowedUpdates) {
    this.allowedUpdates = List.copyOf(allowedUpdates);
    this.ingest = ingest == null || ingest.isBlank() ? "webhook" : ingest.strip();
    this.publicBaseUrl =
        publicBaseUrl == null
            ? Optional.empty()
            : publicBaseUrl.filter(url -> !url.isBlank()).map(GatewaySettings::checkedUrl);
    if (!this.ingest.equals("webhook") && !this.ingest.equals("polling")) {
      throw new InvalidSetting("HERALD_INGEST", "must be webhook or polling");
    }
  }

  /** Whether updates are fetched by long polling instead of being brought by webhook. */
  public boolean polling() {
    return ingest.equals("polling");
  }

  private static String checkedUrl(String url) {
    String trimmed = url.strip().replaceAll("/+$", "");
    try {
      URI uri = URI.create(trimmed);
      if (uri.getHost() != null
          && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
        return trimmed;
      }
    } catch (IllegalArgumentException e) {
      // Told below, the same way.
    }
    throw new InvalidSetting(
        "PUBLIC_BASE_URL", "must be an address such as https://bot.example.org");
  }
}
