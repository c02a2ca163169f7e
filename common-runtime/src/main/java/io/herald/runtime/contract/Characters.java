package io.herald.runtime.contract;

/**
 * Which texts certainly keep to the patterns and lengths of the schema: never wider than those, for
 * words of ASCII as wide.
 */
final class Characters {

  private static final int MAX_ID = 128;
  private static final int MAX_WORD = 128;
  private static final int MAX_NAME = 64;

  private Characters() {}

  /** The schema's pattern of {@code id}. */
  static boolean isId(String id) {
    return isMadeOf(id, MAX_ID, "._:@+~=-") && ".:@+~=".indexOf(id.charAt(0)) < 0;
  }

  /** The schema's pattern of {@code kind}. */
  static boolean isKind(String kind) {
    return isMadeOf(kind, MAX_NAME, "._:-") && isLetterOrDigit(kind.charAt(0));
  }

  /** The schema's {@code name}. */
  static boolean isName(String name) {
    return isMadeOf(name, MAX_NAME, "._-") && isLetterOrDigit(name.charAt(0));
  }

  private static boolean isMadeOf(String text, int max, String others) {
    if (text.isEmpty() || text.length() > max) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char it = text.charAt(i);
      if (!isLetterOrDigit(it) && others.indexOf(it) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetterOrDigit(char it) {
    return it >= 'a' && it <= 'z' || it >= 'A' && it <= 'Z' || isDigit(it);
  }

  private static boolean isDigit(char it) {
    return it >= '0' && it <= '9';
  }

  /** The schema's {@code word}, of ASCII. */
  static boolean isWord(String word) {
    if (word.isEmpty() || word.length() > MAX_WORD) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (!isVisibleAscii(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** A chat's id in digits, by the schema's pattern of {@code chat}. */
  static boolean isChatId(String chat, int maxDigits) {
    int first = chat.startsWith("-") ? 1 : 0;
    int digits = chat.length() - first;
    if (digits < 1 || digits > maxDigits || chat.charAt(first) == '0') {
      return false;
    }
    for (int i = first; i < chat.length(); i++) {
      if (!isDigit(chat.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** At most so long, and without half of a surrogate pair. */
  static boolean isText(String text, int max) {
    return text.length() <= max && !TextBounds.hasHalves(text);
  }

  /** With something to be seen in it. */
  static boolean isSeen(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isVisibleAscii(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isVisibleAscii(char it) {
    return it > ' ' && it < 0x7f;
  }
}
