package io.herald.emulator.formatting;

import java.util.List;

/** Text with its entities, ordered by offset; no markup is left in it. */
public record FormattedText(String text, List<TextEntity> entities) {
  public static final FormattedText EMPTY = new FormattedText("", List.of());

  public FormattedText {
    entities = List.copyOf(entities);
  }

  /** Length as Telegram counts it for its limits: Unicode code points. */
  public int codePoints() {
    return text.codePointCount(0, text.length());
  }
}
