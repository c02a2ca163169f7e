package io.herald.emulator.webhook;

import org.jspecify.annotations.Nullable;

/**
 * How a bot's webhook fares.
 *
 * @param settings null if no webhook is set
 * @param lastErrorMs 0 if nothing failed since the webhook was set
 */
public record WebhookStatus(
    @Nullable WebhookSettings settings, long lastErrorMs, @Nullable String lastError) {
  static final WebhookStatus NONE = new WebhookStatus(null, 0, null);

  public boolean isSet() {
    return settings != null;
  }
}
