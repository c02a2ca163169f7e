package io.herald.telegram.text.html;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one start tag with its attributes. */
final class ReadStartTag {
  private static final Set<String> SUPPORTED =
      Set.of(
          ("a b strong i em u ins s strike del code pre blockquote span tg-spoiler tg-emoji"
                  + " tg-time")
              .split(" "));

  private final Cursor in;
  private final int begin;
  private String name = "";
  private String argument = "";
  private String unixTime = "";

  private ReadStartTag(Cursor in, int begin) {
    this.in = in;
    this.begin = begin;
  }

  /** The cursor is behind the opening bracket, and then behind the closing one; absent: failed. */
  static @Nullable StartTag read(Cursor in, int begin) {
    return new ReadStartTag(in, begin).read();
  }

  private @Nullable StartTag read() {
    name = in.name();
    if (in.atEnd()) {
      in.fail("Unclosed start tag", begin);
    } else if (!SUPPORTED.contains(name)) {
      in.fail("Unsupported start tag \"" + Cursor.brief(name) + "\"", begin);
    }
    while (!in.failed() && moreAttributes()) {
      attribute();
    }
    if (in.failed()) {
      return null;
    }
    in.at++;
    if (name.equals("span") && !argument.equals("spoiler")) {
      in.fail("Tag \"span\" must have class \"tg-spoiler\"", begin);
      return null;
    }
    return new StartTag(name, argument, unixTime, begin);
  }

  private boolean moreAttributes() {
    in.skipSpace();
    return in.peek() != '>';
  }

  private void attribute() {
    int nameBegin = in.at;
    while (!Cursor.isSpace(in.peek()) && "=>/\"'".indexOf(in.peek()) < 0) {
      in.at++;
    }
    String attribute = in.source.substring(nameBegin, in.at);
    if (attribute.isEmpty()) {
      in.fail("Empty attribute name in the tag \"" + name + "\"", begin);
      return;
    }
    in.skipSpace();
    if (in.peek() != '=') {
      refuseEnd();
      take(attribute, "");
      return;
    }
    in.at++;
    in.skipSpace();
    refuseEnd();
    if (!in.failed()) {
      char quote = in.peek();
      String value = quote == '"' || quote == '\'' ? quoted(quote) : token();
      refuseEnd();
      take(attribute, value);
    }
  }

  private void refuseEnd() {
    if (in.atEnd()) {
      in.fail("Unclosed start tag \"" + name + "\"", begin);
    }
  }

  private String token() {
    int from = in.at;
    while (isTokenCharacter(in.peek())) {
      in.at++;
    }
    if (!Cursor.isSpace(in.peek()) && in.peek() != '>') {
      in.fail("Unexpected end of name token", from);
    }
    return in.source.substring(from, in.at).toLowerCase(Locale.ROOT);
  }

  private static boolean isTokenCharacter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '.'
        || c == '-';
  }

  private String quoted(char quote) {
    in.at++;
    StringBuilder value = new StringBuilder();
    while (!in.atEnd() && in.peek() != quote) {
      char c = in.next();
      int character = c == '&' ? CharacterReference.read(in) : -1;
      if (character < 0) {
        value.append(c);
      } else {
        value.appendCodePoint(character);
      }
    }
    in.at++;
    return value.toString();
  }

  /** Other attributes are ignored, as Telegram ignores them. */
  private void take(String attribute, String value) {
    switch (name + " " + attribute) {
      case "a href", "tg-emoji emoji-id", "tg-time format" -> argument = value;
      case "tg-time unix" -> unixTime = value;
      case "blockquote expandable" -> argument = "1";
      case "code class" -> takeBehind("language-", value);
      case "span class" -> takeBehind("tg-", value);
      default -> {}
    }
  }

  private void takeBehind(String prefix, String value) {
    if (value.startsWith(prefix)) {
      argument = value.substring(prefix.length());
    }
  }
}
