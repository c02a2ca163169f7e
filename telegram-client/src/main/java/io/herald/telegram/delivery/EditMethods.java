package io.herald.telegram.delivery;

import io.herald.model.message.Button;
import io.herald.model.message.Entity;
import io.herald.model.message.TextContent;
import java.util.List;
import java.util.Objects;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageCaption;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;

/**
 * Calls that change or remove what is there. The buttons are replaced along with the text; the
 * picture or file of a message stays what it was, only its caption changes.
 */
final class EditMethods {

  private EditMethods() {}

  static EditMessageText editMessageText(TelegramCall call, TextContent text) {
    return EditMessageText.builder()
        .chatId(call.chat())
        .messageId(id(Objects.requireNonNull(call.target())))
        .text(text.text())
        .entities(Markup.entities(text.entities()))
        .replyMarkup(Markup.keyboard(text.keyboard()))
        .build();
  }

  static EditMessageCaption editMessageCaption(
      TelegramCall call, String caption, List<Entity> entities, List<List<Button>> keyboard) {
    return EditMessageCaption.builder()
        .chatId(call.chat())
        .messageId(id(Objects.requireNonNull(call.target())))
        .caption(caption)
        .captionEntities(Markup.captionEntities(entities))
        .replyMarkup(Markup.keyboard(keyboard))
        .build();
  }

  static DeleteMessage deleteMessage(String chat, long messageId) {
    return DeleteMessage.builder().chatId(chat).messageId(id(messageId)).build();
  }

  /** Telegram's own ids are 32 bits wide; a larger one becomes one that no message has. */
  private static int id(long messageId) {
    return Math.clamp(messageId, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }
}
