package io.herald.emulator.webhook;

/**
 * Where a bot wants its updates.
 *
 * @param secret empty if there is none
 * @param ipAddress as the bot gave it or as the host resolves, empty if unknown
 */
public record WebhookSettings(
    String url, String secret, int maxConnections, boolean certificate, String ipAddress) {

  /** Without the secret, for logs. */
  @Override
  public String toString() {
    return "WebhookSettings[maxConnections=" + maxConnections + "]";
  }
}
