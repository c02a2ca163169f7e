package io.herald.emulator.formatting;

import java.nio.charset.StandardCharsets;

/** Telegram's old Markdown style: no nesting, four entities. */
final class LegacyMarkdown extends Utf8Scan {

  LegacyMarkdown(String markup) {
    super(markup);
  }

  @Override
  FormattedText parse() {
    while (!atEnd()) {
      int c = peek(at);
      if (c == '\\' && isMark(peek(at + 1))) {
        at++;
        copyByte();
      } else if (isMark(c)) {
        entity(c);
      } else {
        copyByte();
      }
    }
    return result();
  }

  private void entity(int mark) {
    int begin = at++;
    boolean block = mark == '`' && startsWith(at, '`', '`');
    String language = "";
    if (block) {
      at += 2;
      language = readLanguage();
      skipLineBreak();
    }
    int offset = units;
    int end = mark == '[' ? ']' : mark;
    while (!atEnd() && (peek(at) != end || (block && !startsWith(at + 1, '`', '`')))) {
      copyByte();
    }
    if (atEnd()) {
      throw FormattingRefusal.markup(
          "Can't find end of the entity starting at byte offset " + begin);
    }
    int closing = at++;
    if (block) {
      at += 2;
    }
    if (units != offset) {
      add(mark, offset, block, language, begin, closing);
    }
  }

  private void add(int mark, int offset, boolean block, String language, int begin, int closing) {
    switch (mark) {
      case '*' -> entities.add(TextEntity.of(EntityKind.BOLD, offset, units - offset));
      case '_' -> entities.add(TextEntity.of(EntityKind.ITALIC, offset, units - offset));
      case '[' -> addLink(offset, address(begin, closing));
      default -> {
        EntityKind kind = block ? EntityKind.PRE : EntityKind.CODE;
        String value = language.isEmpty() ? null : language;
        entities.add(new TextEntity(kind, offset, units - offset, value));
      }
    }
  }

  private String address(int begin, int closing) {
    if (peek(at) != '(') {
      return slice(begin + 1, closing);
    }
    int from = ++at;
    while (!atEnd() && peek(at) != ')') {
      at++;
    }
    String address = new String(source, from, at - from, StandardCharsets.UTF_8);
    at++;
    return address;
  }

  private static boolean isMark(int c) {
    return c == '_' || c == '*' || c == '`' || c == '[';
  }
}
