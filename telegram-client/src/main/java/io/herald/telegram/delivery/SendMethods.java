package io.herald.telegram.delivery;

import io.herald.model.message.CallbackAnswer;
import io.herald.model.message.DocumentContent;
import io.herald.model.message.Media;
import io.herald.model.message.PhotoContent;
import io.herald.model.message.TextContent;
import java.io.ByteArrayInputStream;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.objects.InputFile;

/**
 * Calls that make something new. Formatting goes as entities; there is never a parse mode that
 * could fail.
 */
final class SendMethods {

  private SendMethods() {}

  static SendMessage sendMessage(TelegramCall call, TextContent text) {
    return SendMessage.builder()
        .chatId(call.chat())
        .text(text.text())
        .entities(Markup.entities(text.entities()))
        .replyMarkup(Markup.keyboard(text.keyboard()))
        .messageThreadId(call.options().thread())
        .disableNotification(orAbsent(call.options().silent()))
        .protectContent(orAbsent(call.options().protect()))
        .build();
  }

  static SendPhoto sendPhoto(TelegramCall call, PhotoContent photo) {
    return SendPhoto.builder()
        .chatId(call.chat())
        .photo(file(photo.photo(), "photo.jpg"))
        .caption(orAbsent(photo.caption()))
        .captionEntities(Markup.captionEntities(photo.entities()))
        .replyMarkup(Markup.keyboard(photo.keyboard()))
        .messageThreadId(call.options().thread())
        .disableNotification(orAbsent(call.options().silent()))
        .protectContent(orAbsent(call.options().protect()))
        .build();
  }

  static SendDocument sendDocument(TelegramCall call, DocumentContent document) {
    return SendDocument.builder()
        .chatId(call.chat())
        .document(file(document.document(), "document"))
        .caption(orAbsent(document.caption()))
        .captionEntities(Markup.captionEntities(document.entities()))
        .replyMarkup(Markup.keyboard(document.keyboard()))
        .messageThreadId(call.options().thread())
        .disableNotification(orAbsent(call.options().silent()))
        .protectContent(orAbsent(call.options().protect()))
        .build();
  }

  static AnswerCallbackQuery answerCallbackQuery(CallbackAnswer answer) {
    return AnswerCallbackQuery.builder()
        .callbackQueryId(answer.queryId())
        .text(orAbsent(answer.text()))
        .showAlert(orAbsent(answer.alert()))
        .build();
  }

  private static InputFile file(Media media, String otherwiseNamed) {
    if (media.bytes() != null) {
      String name = media.name() == null ? otherwiseNamed : media.name();
      return new InputFile(new ByteArrayInputStream(media.bytes()), name);
    }
    return new InputFile(media.url() == null ? media.fileId() : media.url());
  }

  private static @Nullable String orAbsent(String text) {
    return text.isEmpty() ? null : text;
  }

  private static @Nullable Boolean orAbsent(boolean flag) {
    return flag ? Boolean.TRUE : null;
  }
}
