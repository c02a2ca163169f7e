package io.herald.telegram.text.split;

/**
 * Chooses where a part ends: between paragraphs, between lines, between words, or between
 * characters as people see them. The better kind wins if it fills a quarter of the part; else a
 * title alone would be a message. Links and mentions are cut only if one alone fills a part.
 */
final class ChooseCut {
  private static final int LEAST_FILLED = 4;

  /** White space that begins in the part counts as what it is also if it ends behind. */
  private static final int SEEN_BEHIND = 8;

  private final String text;
  private final Ranges units;
  private final Ranges code;

  ChooseCut(String text, Ranges units, Ranges code) {
    this.text = text;
    this.units = units;
    this.code = code;
  }

  /**
   * The best place behind {@code begin} and not behind {@code end}, where text goes on.
   *
   * @return behind the last character of the part; white space may follow
   */
  int cut(int begin, int end) {
    int visible = behindSpace(text, begin, end);
    int cut = atSpace(visible, end, false);
    cut = cut < 0 ? inWord(begin, visible, end) : cut;
    return cut > visible ? cut : end;
  }

  /** Without white space to cut at. What can't stay whole is what the part begins with. */
  private int inWord(int begin, int visible, int end) {
    Characters characters = new Characters(text, begin, end);
    Ranges addresses = FindAddresses.in(text, begin, end);
    int cut = betweenCharacters(characters, visible, end, addresses);
    if (units.beginAround(cut) < 0) {
      return cut;
    }
    // Addresses are guesses, units are not: better a link in the text is cut than one of them.
    cut = betweenCharacters(characters, visible, end, new Ranges());
    if (units.beginAround(cut) < 0) {
      return cut;
    }
    int space = atSpace(visible, end, true);
    return space < 0 ? cut : space;
  }

  /** The best white space behind what is to be seen; -1 if there is none. */
  private int atSpace(int visible, int end, boolean inUnits) {
    int paragraph = -1;
    int line = -1;
    int word = -1;
    int seen = Math.min(text.length(), end + SEEN_BEHIND);
    for (int cut = nextSpace(visible, end); cut <= end; ) {
      int behind = behindSpace(text, cut, seen);
      if (mayCut(cut, inUnits)) {
        int breaks = breaks(cut, behind);
        // An empty line in code is no end of a paragraph.
        paragraph = breaks > 1 && code.beginAround(cut) < 0 ? cut : paragraph;
        line = breaks > 0 ? cut : line;
        word = cut;
      }
      cut = nextSpace(behind, end);
    }
    int least = visible + (end - visible) / LEAST_FILLED;
    return paragraph >= least ? paragraph : line >= least ? line : word;
  }

  private boolean mayCut(int cut, boolean inUnits) {
    return (inUnits || units.beginAround(cut) < 0) && Characters.mayPartAtSpace(text, cut);
  }

  /** The next white space up to that place, which counts; else something behind it. */
  private int nextSpace(int from, int end) {
    int at = from;
    while (at <= end && !isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  static int behindSpace(String text, int from, int end) {
    int at = from;
    while (at < end && isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private int breaks(int from, int to) {
    int breaks = 0;
    for (int i = from; i < to; i++) {
      breaks += text.charAt(i) == '\n' ? 1 : 0;
    }
    return breaks;
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\n';
  }

  /**
   * The last place between characters that is in no link and no mention, except in one that the
   * part begins with.
   */
  private int betweenCharacters(Characters characters, int visible, int end, Ranges addresses) {
    int last = characters.last(end);
    int cut = last;
    while (true) {
      int around = Math.max(units.beginAround(cut), addresses.beginAround(cut));
      boolean markedSpace = around < 0 && isMarkedSpace(cut);
      int before = characters.last(markedSpace ? cut - 1 : Math.max(around, visible));
      if (before <= visible) {
        // Nothing but marked spaces: then as much of them as there is room for.
        return markedSpace ? last : cut;
      }
      if (around < 0 && !markedSpace) {
        return cut;
      }
      cut = before;
    }
  }

  private boolean isMarkedSpace(int cut) {
    return isSpace(text.charAt(cut)) && !Characters.mayPartAtSpace(text, cut);
  }
}
