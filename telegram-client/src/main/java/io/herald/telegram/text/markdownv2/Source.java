package io.herald.telegram.text.markdownv2;

import io.herald.telegram.text.Malformed;
import org.jspecify.annotations.Nullable;

/** The markup with a place in it, and the first mistake that was found. */
final class Source {
  private final String source;
  int at;
  private @Nullable Malformed failure;

  Source(String source) {
    this.source = source;
  }

  int length() {
    return source.length();
  }

  boolean atEnd() {
    return at >= source.length();
  }

  /** A character near here, NUL behind the end. */
  char peek(int distance) {
    return at + distance < source.length() ? source.charAt(at + distance) : 0;
  }

  char next() {
    return source.charAt(at++);
  }

  boolean take(char c) {
    boolean there = peek(0) == c;
    at += there ? 1 : 0;
    return there;
  }

  /** False for nothing. */
  boolean startsWith(String mark) {
    // One underscore of two is no end of italics.
    return !mark.isEmpty() && source.startsWith(mark, at) && !(mark.equals("_") && peek(1) == '_');
  }

  /** A backslash with an ASCII character behind it. */
  boolean isEscape() {
    return peek(0) == '\\' && peek(1) > 0 && peek(1) <= 126;
  }

  /** The language behind three backticks; empty, and the place stays, if there is none. */
  String language() {
    int end = at;
    while (end < source.length() && !isSpace(source.charAt(end)) && source.charAt(end) != '`') {
      end++;
    }
    if (end == source.length() || source.charAt(end) == '`') {
      return "";
    }
    String language = source.substring(at, end);
    at = end;
    return language;
  }

  /** One line break, of one or two characters. */
  void skipLineBreak() {
    char first = peek(0);
    if (first == '\n' || first == '\r') {
      at++;
      at += first != peek(0) && (peek(0) == '\n' || peek(0) == '\r') ? 1 : 0;
    }
  }

  /** What stands in parentheses that open here. */
  String parenthesized() {
    int begin = ++at;
    StringBuilder inside = new StringBuilder();
    while (!atEnd() && peek(0) != ')') {
      at += isEscape() ? 1 : 0;
      inside.append(next());
    }
    if (atEnd()) {
      fail("Can't find end of a URL", begin);
    }
    at++;
    return inside.toString();
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0;
  }

  void fail(String reason, int index) {
    if (failure == null) {
      failure = Malformed.at(reason, source, index);
    }
  }

  boolean failed() {
    return failure != null;
  }

  @Nullable Malformed failure() {
    return failure;
  }
}
