package io.herald.telegram.delivery;

import io.herald.model.message.Button;
import io.herald.model.message.CallbackAnswer;
import io.herald.model.message.Entity;
import io.herald.model.message.TextContent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Puts content into the words of telegrambots. */
final class BotApiMethods {

  private BotApiMethods() {}

  /** Formatting goes as entities; there is never a parse mode that could fail. */
  static SendMessage sendMessage(String chat, TextContent text) {
    return SendMessage.builder()
        .chatId(chat)
        .text(text.text())
        .entities(entities(text.entities()))
        .replyMarkup(keyboard(text.keyboard()))
        .build();
  }

  static AnswerCallbackQuery answerCallbackQuery(CallbackAnswer answer) {
    return AnswerCallbackQuery.builder()
        .callbackQueryId(answer.queryId())
        .text(answer.text().isEmpty() ? null : answer.text())
        .showAlert(answer.alert() ? Boolean.TRUE : null)
        .build();
  }

  private static @Nullable List<MessageEntity> entities(List<Entity> entities) {
    return entities.isEmpty() ? null : entities.stream().map(BotApiMethods::entity).toList();
  }

  private static MessageEntity entity(Entity entity) {
    return MessageEntity.builder()
        .type(entity.type())
        .offset(entity.offset())
        .length(entity.length())
        .url(entity.url())
        .language(entity.language())
        .build();
  }

  private static @Nullable InlineKeyboardMarkup keyboard(List<List<Button>> rows) {
    return rows.isEmpty()
        ? null
        : new InlineKeyboardMarkup(rows.stream().map(BotApiMethods::row).toList());
  }

  private static InlineKeyboardRow row(List<Button> buttons) {
    return new InlineKeyboardRow(buttons.stream().map(BotApiMethods::button).toList());
  }

  private static InlineKeyboardButton button(Button button) {
    return InlineKeyboardButton.builder()
        .text(button.text())
        .url(button.url())
        .callbackData(button.callbackData())
        .build();
  }
}
