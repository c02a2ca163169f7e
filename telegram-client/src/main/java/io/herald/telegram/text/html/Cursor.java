package io.herald.telegram.text.html;

import io.herald.telegram.text.Malformed;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A place in the source, and the first mistake that was found; after one nothing more is read. */
final class Cursor {
  private static final int BRIEF = 32;

  final String source;
  int at;
  private @Nullable Malformed failure;

  Cursor(String source) {
    this.source = source;
  }

  boolean atEnd() {
    return at >= source.length();
  }

  /** The character here, NUL behind the end. */
  char peek() {
    return at < source.length() ? source.charAt(at) : 0;
  }

  char next() {
    return source.charAt(at++);
  }

  void skipSpace() {
    while (!atEnd() && isSpace(peek())) {
      at++;
    }
  }

  /** The name of a tag, in lower case: all up to a space or the bracket. */
  String name() {
    int begin = at;
    while (!isSpace(peek()) && peek() != '>') {
      at++;
    }
    return source.substring(begin, at).toLowerCase(Locale.ROOT);
  }

  /** Space as Telegram knows it; the end counts as one. */
  static boolean isSpace(char c) {
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

  /** What a reason may quote of the source. */
  static String brief(String quoted) {
    return quoted.length() <= BRIEF ? quoted : quoted.substring(0, BRIEF) + "…";
  }
}
