package io.herald.telegram.text;

import io.herald.model.message.Entity;
import java.util.ArrayList;
import java.util.List;

/** Takes out the characters that Telegram takes out, and moves entities along. */
final class CleanText {
  private static final char RING_ABOVE = '\u030a';
  private static final String RING_BASES = "AaUuwy";
  private static final String RINGED = "\u00c5\u00e5\u016e\u016f\u1e98\u1e99";

  private CleanText() {}

  static NormalForm clean(String text, List<Entity> entities) {
    int first = firstUnclean(text);
    if (first == text.length()) {
      return new NormalForm(text, inside(text, entities));
    }
    StringBuilder clean = new StringBuilder(text.length()).append(text, 0, first);
    int[] moved = entities.isEmpty() ? new int[0] : new int[text.length() + 1];
    for (int i = 0; i < text.length(); i++) {
      if (moved.length > 0) {
        moved[i] = Math.min(i, clean.length());
      }
      if (i >= first) {
        append(clean, text, i);
      }
    }
    String result = clean.toString();
    if (moved.length == 0) {
      return new NormalForm(result, List.of());
    }
    moved[text.length()] = result.length();
    List<Entity> kept = new ArrayList<>(entities.size());
    for (Entity entity : entities) {
      int from = moved[bound(entity.offset(), text)];
      int to = moved[bound((long) entity.offset() + entity.length(), text)];
      kept.add(entity.at(from, to - from));
    }
    return new NormalForm(result, inside(result, kept));
  }

  private static void append(StringBuilder clean, String text, int i) {
    char c = text.charAt(i);
    if (c == RING_ABOVE) {
      composeRing(clean);
    } else if (c < ' ' && c != '\n' && c != '\r') {
      clean.append(' ');
    } else if (WellFormed.isHalf(text, i)) {
      clean.append('\ufffd');
    } else if (!isDropped(c)) {
      clean.append(c);
    }
  }

  /** Telegram drops the ring, and "a" for "å" is another word: so the letter takes it in first. */
  private static void composeRing(StringBuilder clean) {
    int base = clean.isEmpty() ? -1 : RING_BASES.indexOf(clean.charAt(clean.length() - 1));
    if (base >= 0) {
      clean.setCharAt(clean.length() - 1, RINGED.charAt(base));
    }
  }

  private static int firstUnclean(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' ? c != '\n' : c >= '\u030a' && (isDropped(c) || WellFormed.isHalf(text, i))) {
        return i;
      }
    }
    return text.length();
  }

  /** Carriage returns, marks of direction and lines, and combining lines. */
  private static boolean isDropped(char c) {
    return c == '\r'
        || (c >= '\u2028' && c <= '\u202e')
        || c == RING_ABOVE
        || c == '\u0333'
        || c == '\u033f';
  }

  /** Only what covers something, with its ends at code points and not in the middle of one. */
  private static List<Entity> inside(String text, List<Entity> entities) {
    List<Entity> kept = new ArrayList<>(entities.size());
    for (Entity entity : entities) {
      int from = bound(entity.offset(), text);
      int to = bound((long) entity.offset() + entity.length(), text);
      from -= WellFormed.isInPair(text, from) ? 1 : 0;
      to += WellFormed.isInPair(text, to) ? 1 : 0;
      if (from < to) {
        boolean same = from == entity.offset() && to - from == entity.length();
        kept.add(same ? entity : entity.at(from, to - from));
      }
    }
    return kept;
  }

  private static int bound(long offset, String text) {
    return Math.clamp(offset, 0, text.length());
  }
}
