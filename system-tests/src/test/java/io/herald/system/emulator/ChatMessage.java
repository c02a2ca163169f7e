package io.herald.system.emulator;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A message of a chat, as Telegram shows it.
 *
 * @param direction {@code in} from the user, {@code out} from the bot
 * @param text null for a picture or document
 * @param entities formatting of the text
 * @param caption of a picture or document; null without one
 * @param captionEntities formatting of the caption
 * @param photo sizes of a picture; empty for any other message
 * @param document null for any other message
 * @param replyMarkup null without buttons
 * @param edits how often the bot has changed it
 */
public record ChatMessage(
    int messageId,
    String direction,
    @Nullable String text,
    List<Formatting> entities,
    @Nullable String caption,
    List<Formatting> captionEntities,
    List<PhotoSize> photo,
    @Nullable Document document,
    @Nullable Markup replyMarkup,
    int edits) {

  public ChatMessage {
    entities = entities == null ? List.of() : List.copyOf(entities);
    captionEntities = captionEntities == null ? List.of() : List.copyOf(captionEntities);
    photo = photo == null ? List.of() : List.copyOf(photo);
  }

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

  /**
   * A formatted stretch, in UTF-16 units.
   *
   * @param url of a link behind a text
   */
  public record Formatting(String type, int offset, int length, @Nullable String url) {}

  /** One size of a picture, in pixels. */
  public record PhotoSize(String fileId, int width, int height) {}

  /** A file. */
  public record Document(String fileId, String fileName) {}

  /** Buttons in rows. */
  record Markup(List<List<Button>> inlineKeyboard) {
    private static Stream<String> captions(List<Button> row) {
      return row.stream().map(Button::text);
    }
  }

  /** One button. */
  record Button(String text) {}
}
