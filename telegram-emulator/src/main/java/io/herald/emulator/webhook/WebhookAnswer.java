package io.herald.emulator.webhook;

import org.jspecify.annotations.Nullable;

/**
 * What a webhook answered.
 *
 * @param status 0 if there was no answer
 * @param retryAfterSeconds 0 if absent or not a number
 * @param error why there was no answer, else null
 * @param body of a 2xx, else empty
 */
public record WebhookAnswer(
    int status, String reason, int retryAfterSeconds, @Nullable String error, byte[] body) {
  private static final byte[] NOTHING = {};

  static WebhookAnswer failed(String error) {
    return new WebhookAnswer(0, "", 0, error, NOTHING);
  }

  boolean isDelivered() {
    return status >= 200 && status <= 299;
  }

  /** As getWebhookInfo words it. */
  String describe() {
    return error != null ? error : "Wrong response from the webhook: " + status + " " + reason;
  }
}
