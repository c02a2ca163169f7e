package io.herald.emulator.formatting;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The common ground of the markup parsers: a cursor over UTF-8, because Telegram's errors name byte
 * offsets, and an output that counts UTF-16 units, because its entities do.
 */
abstract class Utf8Scan {
  final byte[] source;
  final ByteArrayOutputStream out;
  final List<TextEntity> entities = new ArrayList<>();
  int at;
  int units;

  Utf8Scan(String markup) {
    source = markup.getBytes(StandardCharsets.UTF_8);
    out = new ByteArrayOutputStream(source.length);
  }

  abstract FormattedText parse();

  /** The byte at an absolute position, or 0 behind the end. */
  final int peek(int position) {
    return position < source.length ? source[position] & 0xff : 0;
  }

  final boolean startsWith(int position, char first, char second) {
    return peek(position) == first && peek(position + 1) == second;
  }

  final boolean atEnd() {
    return at >= source.length;
  }

  /** Copies one byte to the output; a character counts when its first byte passes. */
  final void copyByte() {
    int c = source[at++] & 0xff;
    if ((c & 0xc0) != 0x80) {
      units += c >= 0xf0 ? 2 : 1;
    }
    out.write(c);
  }

  final void writeCodePoint(int codePoint) {
    units += Character.charCount(codePoint);
    out.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
  }

  final String slice(int from, int to) {
    return new String(source, from, to - from, StandardCharsets.UTF_8);
  }

  final String written(int fromByte) {
    byte[] all = out.toByteArray();
    return new String(all, fromByte, all.length - fromByte, StandardCharsets.UTF_8);
  }

  final FormattedText result() {
    entities.sort(TextEntity.ORDER);
    return new FormattedText(out.toString(StandardCharsets.UTF_8), entities);
  }

  /**
   * Adds a link, or a mention where the address is {@code tg://user?id=…}; nothing if it is no
   * address.
   */
  final void addLink(int offset, String address) {
    Long user = CheckedLink.userId(address);
    if (user != null) {
      entities.add(
          new TextEntity(EntityKind.TEXT_MENTION, offset, units - offset, user.toString()));
      return;
    }
    String checked = CheckedLink.check(address);
    if (checked != null) {
      entities.add(new TextEntity(EntityKind.TEXT_LINK, offset, units - offset, checked));
    }
  }

  /** Skips one line break, of one or two bytes, at the beginning of a code block. */
  final void skipLineBreak() {
    if (!isLineBreak(peek(at))) {
      return;
    }
    boolean pair = isLineBreak(peek(at + 1)) && peek(at) != peek(at + 1);
    at += pair ? 2 : 1;
  }

  /** Reads the language behind three backticks; empty, and the cursor stays, if there is none. */
  final String readLanguage() {
    int end = at;
    while (end < source.length && !isSpace(peek(end)) && peek(end) != '`') {
      end++;
    }
    if (end == at || end >= source.length || peek(end) == '`') {
      return "";
    }
    String language = slice(at, end);
    at = end;
    return language;
  }

  static boolean isLineBreak(int c) {
    return c == '\n' || c == '\r';
  }

  /** Space as C knows it, and the end of the text. */
  static boolean isSpace(int c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0;
  }
}
