package io.herald.telegram.delivery;

import io.herald.model.message.Button;
import io.herald.model.message.Entity;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Formatting and buttons in the words of telegrambots. */
final class Markup {

  private Markup() {}

  static @Nullable List<MessageEntity> entities(List<Entity> entities) {
    return entities.isEmpty() ? null : captionEntities(entities);
  }

  /** For the methods of telegrambots that refuse null; Telegram takes an empty list as none. */
  static List<MessageEntity> captionEntities(List<Entity> entities) {
    return entities.stream().map(Markup::entity).toList();
  }

  private static MessageEntity entity(Entity entity) {
    return MessageEntity.builder()
        .type(entity.type())
        .offset(entity.offset())
        .length(entity.length())
        .url(entity.url())
        .language(entity.language())
        .customEmojiId(entity.customEmojiId())
        .user(mentioned(entity.userId()))
        .unixTime(entity.unixTime())
        .dateTimeFormat(entity.dateTimeFormat())
        .build();
  }

  /** Telegram looks at the id alone; telegrambots insists on a name. */
  private static @Nullable User mentioned(@Nullable Long id) {
    return id == null ? null : User.builder().id(id).firstName("?").isBot(false).build();
  }

  static @Nullable InlineKeyboardMarkup keyboard(List<List<Button>> rows) {
    return rows.isEmpty()
        ? null
        : new InlineKeyboardMarkup(rows.stream().map(Markup::row).toList());
  }

  private static InlineKeyboardRow row(List<Button> buttons) {
    return new InlineKeyboardRow(buttons.stream().map(Markup::button).toList());
  }

  private static InlineKeyboardButton button(Button button) {
    return InlineKeyboardButton.builder()
        .text(button.text())
        .url(button.url())
        .callbackData(button.callbackData())
        .build();
  }
}
