package io.herald.telegram.text;

import io.herald.model.message.Entity;
import java.util.List;
import java.util.Objects;

/**
 * Text without markup, and its formatting. It is always in the form that Telegram itself brings
 * text into, so that lengths and offsets here are the ones that count there:
 *
 * <ul>
 *   <li>no spaces and line breaks at the ends (the indent of a leading code block stays), no
 *       carriage returns and other characters that Telegram drops, control characters are spaces,
 *       halves of surrogate pairs are U+FFFD;
 *   <li>entities lie in the text, are not empty, nest without crossing each other, and are ordered
 *       from the first to the last and from the outside to the inside; code holds no other.
 * </ul>
 *
 * @param text may be empty
 * @param entities with offsets in UTF-16 units; empty for plain text
 */
public record FormattedText(String text, List<Entity> entities) implements Parsed {

  /** No text at all. */
  public static final FormattedText EMPTY = plain("");

  public FormattedText {
    Objects.requireNonNull(text, "text");
    NormalForm normal = NormalForm.of(text, entities);
    text = normal.text();
    entities = normal.entities();
  }

  /** Text without formatting; no character of it is markup. */
  public static FormattedText plain(String text) {
    return new FormattedText(text, List.of());
  }

  /** Length as Telegram counts it for its limits: in Unicode code points. */
  public int codePoints() {
    return text.codePointCount(0, text.length());
  }

  /** Whether there is nothing to see, so that Telegram would refuse it as empty. */
  public boolean isBlank() {
    return text.codePoints().allMatch(FormattedText::isInvisible);
  }

  private static boolean isInvisible(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT
        || c == 0x2800
        || c == 0xfffc;
  }
}
