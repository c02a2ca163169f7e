package io.herald.worker.template;

import io.herald.model.notification.TextMarkup;
import io.herald.telegram.text.Parsed;
import io.herald.telegram.text.markup.TextFormat;

/** Reads the markups that notifications and templates may be written in. */
public final class ReadMarkup {

  private ReadMarkup() {}

  /** Reads a text in that markup; it may turn out malformed. */
  public static Parsed of(String text, TextMarkup markup) {
    return format(markup).parse(text);
  }

  private static TextFormat format(TextMarkup markup) {
    return switch (markup) {
      case PLAIN -> TextFormat.PLAIN;
      case MARKDOWN -> TextFormat.MARKDOWN;
      case HTML -> TextFormat.HTML;
      case MARKDOWN_V2 -> TextFormat.MARKDOWN_V2;
    };
  }
}
