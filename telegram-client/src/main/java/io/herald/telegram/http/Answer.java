package io.herald.telegram.http;

import org.jspecify.annotations.Nullable;

/**
 * What came back instead of a success.
 *
 * @param code Telegram's {@code error_code}, else the HTTP status
 * @param description Telegram's description; empty where the body was not the Bot API's
 * @param retryAfter seconds to wait, from the parameters, else from the HTTP header; null if unsaid
 * @param migrateToChat the supergroup that a group has become; null if it has not
 * @param fromBotApi whether the body was the Bot API's: a proxy answers with pages of its own
 */
public record Answer(
    int code,
    String description,
    @Nullable Long retryAfter,
    @Nullable Long migrateToChat,
    boolean fromBotApi) {

  /** The same answer in other words. */
  public Answer withDescription(String other) {
    return new Answer(code, other, retryAfter, migrateToChat, fromBotApi);
  }
}
