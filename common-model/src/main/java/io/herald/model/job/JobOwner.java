package io.herald.model.job;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who wants a job, and the chat in which it is told of.
 *
 * @param bot name of the bot
 * @param chat Telegram's chat id, decimal
 * @param thread the topic within the chat; absent: none
 * @param user Telegram's user id
 */
public record JobOwner(String bot, String chat, @Nullable Integer thread, long user) {

  public JobOwner {
    Objects.requireNonNull(bot, "bot");
    Objects.requireNonNull(chat, "chat");
  }
}
