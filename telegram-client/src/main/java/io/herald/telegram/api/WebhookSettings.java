package io.herald.telegram.api;

import java.util.List;

/**
 * A webhook to be registered.
 *
 * @param url where Telegram sends updates; HTTPS on 443, 80, 88 or 8443 outside local servers
 * @param secret sent along with every update; 1 to 256 of {@code A-Za-z0-9_-}
 * @param maxConnections updates delivered at once, 1 to 100
 * @param allowedUpdates kinds of updates wanted; empty: Telegram's default set
 */
public record WebhookSettings(
    String url, String secret, int maxConnections, List<String> allowedUpdates) {

  public WebhookSettings {
    allowedUpdates = List.copyOf(allowedUpdates);
  }

  @Override
  public String toString() {
    return "WebhookSettings[secret=***, maxConnections=" + maxConnections + ']';
  }
}
