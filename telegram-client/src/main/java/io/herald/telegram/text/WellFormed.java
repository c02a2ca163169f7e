package io.herald.telegram.text;

/** Text that UTF-8 can write. */
public final class WellFormed {
  private WellFormed() {}

  /** The text with U+FFFD for each half of a surrogate pair; the same object if there is none. */
  public static String of(String text) {
    int first = 0;
    while (first < text.length() && !isHalf(text, first)) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    StringBuilder whole = new StringBuilder(text);
    for (int i = first; i < text.length(); i++) {
      if (isHalf(text, i)) {
        whole.setCharAt(i, '\ufffd');
      }
    }
    return whole.toString();
  }

  /** Whether a surrogate stands there without its other half. */
  static boolean isHalf(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c) && !isInPair(text, i);
  }

  /** Whether a place is between the halves of a pair. */
  static boolean isInPair(String text, int i) {
    return i > 0
        && i < text.length()
        && Character.isLowSurrogate(text.charAt(i))
        && Character.isHighSurrogate(text.charAt(i - 1));
  }
}
