package io.herald.model.account;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A private chat with a bot that belongs to a person of Herald.
 *
 * @param bot name of the bot
 * @param chat Telegram's chat id as decimal text; of a private chat, so it is the person's id too
 * @param username Telegram's username without the {@code @}; absent: they have none
 * @param firstName how they call themselves at Telegram
 * @param linkedAt since when
 */
public record TelegramLink(
    String bot, String chat, @Nullable String username, String firstName, Instant linkedAt) {

  public TelegramLink {
    Objects.requireNonNull(bot, "bot");
    Objects.requireNonNull(chat, "chat");
    firstName = firstName == null ? "" : firstName;
    Objects.requireNonNull(linkedAt, "linkedAt");
  }
}
