package io.herald.telegram.text.html;

/** The character references that Telegram decodes: four by name, the others by number. */
final class CharacterReference {
  /** With {@code &} and {@code #}, without the semicolon; longer ones stay text at Telegram. */
  private static final int LONGEST_NUMERIC = 9;

  private CharacterReference() {}

  /** Reads what follows an ampersand; -1, and the cursor stays, if that is no reference. */
  static int read(Cursor in) {
    int begin = in.at;
    int character = in.peek() == '#' ? numeric(in, begin) : named(in);
    if (character < 0) {
      in.at = begin;
    } else if (in.peek() == ';') {
      in.at++;
    }
    return character;
  }

  private static int numeric(Cursor in, int begin) {
    in.at++;
    int radix = 10;
    if (in.peek() == 'x') {
      in.at++;
      radix = 16;
    }
    int value = 0;
    while (isDigit(in.peek(), radix)) {
      value = Math.min(value * radix + Character.digit(in.next(), radix), Character.MAX_CODE_POINT);
    }
    boolean valid =
        value > 0 && value < Character.MAX_CODE_POINT && in.at - begin + 1 <= LONGEST_NUMERIC;
    return valid ? value : -1;
  }

  private static boolean isDigit(char c, int radix) {
    return c < 0x80 && Character.digit(c, radix) >= 0;
  }

  private static int named(Cursor in) {
    int begin = in.at;
    while (isLetter(in.peek())) {
      in.at++;
    }
    // The names are short; a long run of letters is not worth a copy.
    return in.at - begin > 4
        ? -1
        : switch (in.source.substring(begin, in.at)) {
          case "lt" -> '<';
          case "gt" -> '>';
          case "amp" -> '&';
          case "quot" -> '"';
          default -> -1;
        };
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
