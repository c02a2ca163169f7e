package io.herald.telegram.delivery;

import io.herald.model.message.Content;
import io.herald.model.message.OutboundMessage;
import io.herald.model.message.SendOptions;
import org.jspecify.annotations.Nullable;

/**
 * One call to Telegram.
 *
 * @param chat Telegram's chat id as decimal text, or {@code @channel}
 * @param content what is sent, edited or deleted
 * @param options how a new message is sent
 * @param target Telegram's id of the message that is edited or deleted; null: a new one is sent
 */
public record TelegramCall(
    String chat, Content content, SendOptions options, @Nullable Long target) {

  /** The call that sends the message anew. */
  public static TelegramCall send(OutboundMessage message) {
    return new TelegramCall(message.chat(), message.content(), message.options(), null);
  }
}
