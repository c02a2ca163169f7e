package io.herald.system.emulator;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A message of a chat, as Telegram shows it.
 *
 * @param direction {@code in} from the user, {@code out} from the bot
 * @param text null for a picture or document
 * @param replyMarkup null without buttons
 */
public record ChatMessage(
    int messageId, String direction, @Nullable String text, @Nullable Markup replyMarkup) {

  boolean fromBot() {
    return direction.equals("out");
  }

  /** The text; empty without one. */
  public String words() {
    return text == null ? "" : text;
  }

  /** The captions of its buttons, row by row. */
  public List<String> buttons() {
    return replyMarkup == null
        ? List.of()
        : replyMarkup.inlineKeyboard().stream().flatMap(Markup::captions).toList();
  }

  /** Buttons in rows. */
  record Markup(List<List<Button>> inlineKeyboard) {
    private static Stream<String> captions(List<Button> row) {
      return row.stream().map(Button::text);
    }
  }

  /** One button. */
  record Button(String text) {}
}
