package io.herald.telegram.text.split;

import java.text.BreakIterator;
import java.util.Locale;

/** Where one character, as people see it, ends and another begins: grapheme clusters. */
final class Characters {
  private final BreakIterator boundaries = BreakIterator.getCharacterInstance(Locale.ROOT);
  private final int begin;
  private final int length;

  /**
   * @param begin a boundary
   * @param end how far boundaries are asked for; the text goes on there
   */
  Characters(String text, int begin, int end) {
    this.begin = begin;
    // Whether the end is a boundary is decided by the code point behind it.
    int seen = text.offsetByCodePoints(end, 1);
    length = seen - begin;
    boundaries.setText(text.substring(begin, seen));
  }

  /** The last boundary that is not behind a place; the beginning if there is no other. */
  int last(int place) {
    return begin + boundaries.preceding(Math.min(place - begin + 1, length));
  }

  /**
   * Whether a cut that leaves out the white space at a place leaves characters whole: a mark behind
   * the last space belongs to it.
   */
  static boolean mayPartAtSpace(String text, int place) {
    int end = ChooseCut.behindSpace(text, place, text.length());
    return end == text.length() || !isMark(text.codePointAt(end));
  }

  private static boolean isMark(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      // Joiners and tags, skin tones, and the sound marks of narrow Japanese.
      case Character.FORMAT -> c == 0x200c || c == 0x200d || c >= 0xe0020;
      case Character.MODIFIER_SYMBOL -> c >= 0x1f3fb && c <= 0x1f3ff;
      case Character.MODIFIER_LETTER -> c == 0xff9e || c == 0xff9f;
      default -> false;
    };
  }
}
