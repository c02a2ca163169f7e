package io.herald.emulator.formatting;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Removes the characters that Telegram removes, and moves entities along. */
final class CleanText {
  private static final int LARGEST = 1_000_000;

  private CleanText() {}

  /** The entities must name ranges of the text; ranges outside of it are refused as at Telegram. */
  static FormattedText clean(String text, List<TextEntity> entities) {
    refuseBrokenSurrogates(text);
    entities.forEach(entity -> refuseOutside(text, entity));
    StringBuilder clean = new StringBuilder(text.length());
    int[] moved = new int[text.length() + 1];
    for (int i = 0; i < text.length(); i++) {
      moved[i] = clean.length();
      char c = text.charAt(i);
      if (!isDropped(c)) {
        clean.append(c < ' ' && c != '\n' ? ' ' : c);
      }
    }
    moved[text.length()] = clean.length();
    List<TextEntity> kept = new ArrayList<>(entities.size());
    for (TextEntity entity : entities) {
      int from = moved[entity.offset()];
      int to = moved[entity.end()];
      if (to > from) {
        kept.add(entity.range(from, to));
      }
    }
    return new FormattedText(clean.toString(), kept);
  }

  /** Carriage returns, direction overrides and the combining lines that spoil a list of chats. */
  private static boolean isDropped(char c) {
    return c == '\r'
        || (c >= '\u2028' && c <= '\u202e')
        || c == '\u0333'
        || c == '\u033f'
        || c == '\u030a';
  }

  static void refuseBrokenSurrogates(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        boolean pair = i + 1 < text.length() && isPair(text, i + 1);
        if (!pair) {
          throw new FormattingRefusal("strings must be encoded in UTF-8");
        }
        i++;
      }
    }
  }

  private static void refuseOutside(String text, TextEntity entity) {
    int offset = entity.offset();
    if (offset < 0 || offset > LARGEST) {
      throw new FormattingRefusal("receive an entity with incorrect offset " + offset);
    }
    if (entity.length() < 0 || entity.length() > LARGEST) {
      throw new FormattingRefusal("receive an entity with incorrect length " + entity.length());
    }
    if (offset > text.length() || (offset == text.length() && entity.length() > 0)) {
      throw new FormattingRefusal(
          "entity begins after the end of the text at UTF-16 offset " + offset);
    }
    if (entity.end() > text.length()) {
      throw new FormattingRefusal(
          "entity beginning at UTF-16 offset %d ends after the end of the text at UTF-16 offset %d"
              .formatted(offset, entity.end()));
    }
    if (isPair(text, offset)) {
      throw new FormattingRefusal(
          "entity begins in a middle of a UTF-16 symbol at byte offset " + bytes(text, offset + 1));
    }
    if (isPair(text, entity.end())) {
      throw new FormattingRefusal(
          "entity beginning at UTF-16 offset %d ends in a middle of a UTF-16 symbol at byte offset %d"
              .formatted(offset, bytes(text, entity.end() + 1)));
    }
  }

  /** Whether a position is in the middle of a surrogate pair. */
  private static boolean isPair(String text, int position) {
    return position > 0
        && position < text.length()
        && Character.isLowSurrogate(text.charAt(position))
        && Character.isHighSurrogate(text.charAt(position - 1));
  }

  private static int bytes(String text, int end) {
    return text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
  }
}
