package io.herald.telegram.ladder;

import io.herald.model.message.Button;
import io.herald.model.message.TextContent;
import io.herald.telegram.delivery.TelegramCall;
import java.util.List;
import java.util.Optional;

/** The steps below a text. */
final class LowerText {

  /** Telegram's limit in code points. */
  static final int MESSAGE = 4096;

  /** More parts than that are a nuisance; a file is not. */
  private static final int MOST_PARTS = 10;

  /** Where files are forbidden: minutes of messages at one per second, and no more. */
  private static final int MOST_PARTS_WITHOUT_FILES = 100;

  private final SplitContent split;

  LowerText(SplitContent split) {
    this.split = split;
  }

  /** In parts if it is too long for one message and they are few, else as a file. */
  Optional<Lower> shorter(TelegramCall refused, TextContent text) {
    if (text.text().isBlank()) {
      return Optional.empty();
    }
    List<TextContent> parts = fits(text.text()) ? List.of() : split.split(text, MESSAGE, MESSAGE);
    if (parts.size() > 1 && parts.size() <= MOST_PARTS) {
      return Optional.of(
          new Lower(Downgrade.SPLIT, Calls.inPieces(refused, null, parts, text.keyboard())));
    }
    var file = TextFile.of(PlainText.of(text.text(), text.entities()), text.keyboard());
    return Optional.of(Lower.one(Downgrade.AS_DOCUMENT, Calls.anew(refused, file)));
  }

  /** Where the file is refused: in parts, unless it was in one message before. */
  Optional<Lower> outOfFile(TelegramCall refused, String text, List<List<Button>> keyboard) {
    if (fits(text)) {
      return Optional.empty();
    }
    List<TextContent> parts = split.split(TextContent.plain(text), MESSAGE, MESSAGE);
    return parts.isEmpty() || parts.size() > MOST_PARTS_WITHOUT_FILES
        ? Optional.empty()
        : Optional.of(new Lower(Downgrade.SPLIT, Calls.inPieces(refused, null, parts, keyboard)));
  }

  private static boolean fits(String text) {
    return text.codePointCount(0, text.length()) <= MESSAGE;
  }
}
