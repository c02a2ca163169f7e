package io.herald.emulator.formatting;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Reads one start tag with its attributes; the cursor ends behind the closing bracket. */
final class ReadHtmlTag {
  private static final Set<String> SUPPORTED =
      Set.of(
          "a",
          "b",
          "strong",
          "i",
          "em",
          "s",
          "strike",
          "del",
          "u",
          "ins",
          "tg-spoiler",
          "tg-emoji",
          "tg-time",
          "span",
          "pre",
          "code",
          "blockquote");

  private final Utf8Scan scan;
  private final int begin;
  private String name = "";
  private String argument = "";
  private String unixTime = "";

  ReadHtmlTag(Utf8Scan scan, int begin) {
    this.scan = scan;
    this.begin = begin;
  }

  HtmlTag read() {
    while (!Utf8Scan.isSpace(peek()) && peek() != '>') {
      scan.at++;
    }
    if (scan.atEnd()) {
      throw FormattingRefusal.markup("Unclosed start tag at byte offset " + begin);
    }
    name = lower(scan.slice(begin + 1, scan.at));
    if (!SUPPORTED.contains(name)) {
      throw FormattingRefusal.markup(
          "Unsupported start tag \"" + name + "\" at byte offset " + begin);
    }
    while (skipSpace() != '>') {
      attribute();
    }
    scan.at++;
    if (name.equals("span") && !argument.equals("spoiler")) {
      throw FormattingRefusal.markup(
          "Tag \"span\" must have class \"tg-spoiler\" at byte offset " + begin);
    }
    return new HtmlTag(name, argument, unixTime);
  }

  private void attribute() {
    int nameBegin = scan.at;
    while (!Utf8Scan.isSpace(peek()) && "=>/\"'".indexOf(peek()) < 0) {
      scan.at++;
    }
    String attribute = scan.slice(nameBegin, scan.at);
    if (attribute.isEmpty()) {
      throw FormattingRefusal.markup(
          "Empty attribute name in the tag \"" + name + "\" at byte offset " + begin);
    }
    if (skipSpace() != '=') {
      refuseEnd();
      if (name.equals("blockquote") && attribute.equals("expandable")) {
        argument = "1";
      }
      return;
    }
    scan.at++;
    int quote = skipSpace();
    refuseEnd();
    String value = quote == '"' || quote == '\'' ? literal(quote) : token();
    if (scan.atEnd()) {
      throw FormattingRefusal.markup("Unclosed start tag at byte offset " + begin);
    }
    take(attribute, value);
  }

  private void refuseEnd() {
    if (scan.atEnd()) {
      throw FormattingRefusal.markup("Unclosed start tag \"" + name + "\" at byte offset " + begin);
    }
  }

  private String token() {
    int tokenBegin = scan.at;
    while (isTokenCharacter(peek())) {
      scan.at++;
    }
    if (!Utf8Scan.isSpace(peek()) && peek() != '>') {
      throw FormattingRefusal.markup("Unexpected end of name token at byte offset " + tokenBegin);
    }
    return lower(scan.slice(tokenBegin, scan.at));
  }

  private String literal(int quote) {
    scan.at++;
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    while (!scan.atEnd() && peek() != quote) {
      HtmlCharacter character = peek() == '&' ? HtmlCharacter.read(scan, scan.at) : null;
      if (character == null) {
        value.write(peek());
        scan.at++;
      } else {
        String decoded = Character.toString(character.codePoint());
        value.writeBytes(decoded.getBytes(StandardCharsets.UTF_8));
        scan.at = character.end();
      }
    }
    scan.at++;
    return value.toString(StandardCharsets.UTF_8);
  }

  private void take(String attribute, String value) {
    switch (name + " " + attribute) {
      case "a href", "tg-emoji emoji-id", "tg-time format" -> argument = value;
      case "tg-time unix" -> unixTime = value;
      case "blockquote expandable" -> argument = "1";
      case "code class" -> takePrefixed(value, "language-");
      case "span class" -> takePrefixed(value, "tg-");
      default -> {
        // Telegram ignores every other attribute.
      }
    }
  }

  private void takePrefixed(String value, String prefix) {
    if (value.startsWith(prefix)) {
      argument = value.substring(prefix.length());
    }
  }

  private int skipSpace() {
    while (!scan.atEnd() && Utf8Scan.isSpace(peek())) {
      scan.at++;
    }
    return peek();
  }

  private int peek() {
    return scan.peek(scan.at);
  }

  private static boolean isTokenCharacter(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '.'
        || c == '-';
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
