package io.herald.emulator.formatting;

import org.jspecify.annotations.Nullable;

/** A character reference: the four named ones that Telegram knows, and numeric ones. */
record HtmlCharacter(int codePoint, int end) {
  /** The longest numeric reference that is decoded, without its semicolon. */
  private static final int LONGEST = 10;

  /** Reads the reference at an ampersand; null if it is not one, and stays text. */
  static @Nullable HtmlCharacter read(Utf8Scan scan, int ampersand) {
    HtmlCharacter character =
        scan.peek(ampersand + 1) == '#' ? numeric(scan, ampersand) : named(scan, ampersand);
    if (character == null || scan.peek(character.end) != ';') {
      return character;
    }
    return new HtmlCharacter(character.codePoint, character.end + 1);
  }

  private static @Nullable HtmlCharacter numeric(Utf8Scan scan, int ampersand) {
    int radix = scan.peek(ampersand + 2) == 'x' ? 16 : 10;
    int end = ampersand + (radix == 16 ? 3 : 2);
    long code = 0;
    for (int digit; (digit = asciiDigit(scan.peek(end), radix)) >= 0; end++) {
      code = Math.min(code * radix + digit, Character.MAX_CODE_POINT);
    }
    boolean valid = code > 0 && code < Character.MAX_CODE_POINT && end - ampersand < LONGEST;
    return valid ? new HtmlCharacter((int) code, end) : null;
  }

  private static int asciiDigit(int c, int radix) {
    return c < 0x80 ? Character.digit(c, radix) : -1;
  }

  private static @Nullable HtmlCharacter named(Utf8Scan scan, int ampersand) {
    int end = ampersand + 1;
    while (isLetter(scan.peek(end))) {
      end++;
    }
    int code =
        switch (scan.slice(ampersand + 1, end)) {
          case "lt" -> '<';
          case "gt" -> '>';
          case "amp" -> '&';
          case "quot" -> '"';
          default -> 0;
        };
    return code == 0 ? null : new HtmlCharacter(code, end);
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
