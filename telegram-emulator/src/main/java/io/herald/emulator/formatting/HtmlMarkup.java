package io.herald.emulator.formatting;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Telegram's HTML style. */
final class HtmlMarkup extends Utf8Scan {
  private final Deque<Open> open = new ArrayDeque<>();
  private boolean surrogates;

  private record Open(HtmlTag tag, int offset, int fromByte) {}

  HtmlMarkup(String markup) {
    super(markup);
  }

  @Override
  FormattedText parse() {
    while (!atEnd()) {
      int c = peek(at);
      if (c == '<') {
        tag();
      } else if (c != '&' || !characterReference()) {
        copyByte();
      }
    }
    if (!open.isEmpty()) {
      throw FormattingRefusal.markup(
          "Can't find end tag corresponding to start tag \"" + open.peek().tag.name() + "\"");
    }
    if (surrogates) {
      throw FormattingRefusal.markup(
          "Text contains invalid Unicode characters after decoding HTML entities, check for"
              + " unmatched surrogate code units");
    }
    return result();
  }

  private boolean characterReference() {
    HtmlCharacter character = HtmlCharacter.read(this, at);
    if (character == null) {
      return false;
    }
    at = character.end();
    if (character.codePoint() >= 0xd800 && character.codePoint() <= 0xdfff) {
      surrogates = true;
    } else {
      writeCodePoint(character.codePoint());
    }
    return true;
  }

  private void tag() {
    int begin = at++;
    if (peek(at) == '/') {
      endTag(begin);
    } else {
      HtmlTag tag = new ReadHtmlTag(this, begin).read();
      open.push(new Open(tag, units, out.size()));
    }
  }

  private void endTag(int begin) {
    if (open.isEmpty()) {
      throw FormattingRefusal.markup("Unexpected end tag at byte offset " + begin);
    }
    int nameBegin = ++at;
    while (!isSpace(peek(at)) && peek(at) != '>') {
      at++;
    }
    String name = ReadHtmlTag.lower(slice(nameBegin, at));
    while (at < source.length && isSpace(peek(at))) {
      at++;
    }
    if (peek(at) != '>') {
      throw FormattingRefusal.markup("Unclosed end tag at byte offset " + begin);
    }
    at++;
    Open opened = open.pop();
    if (!name.isEmpty() && !name.equals(opened.tag.name())) {
      throw FormattingRefusal.markup(
          "Unmatched end tag at byte offset %d, expected \"</%s>\", found \"</%s>\""
              .formatted(begin, opened.tag.name(), name));
    }
    if (units > opened.offset) {
      close(opened);
    }
  }

  private void close(Open opened) {
    HtmlTag tag = opened.tag;
    switch (tag.name()) {
      case "b", "strong" -> add(EntityKind.BOLD, opened);
      case "i", "em" -> add(EntityKind.ITALIC, opened);
      case "u", "ins" -> add(EntityKind.UNDERLINE, opened);
      case "s", "strike", "del" -> add(EntityKind.STRIKETHROUGH, opened);
      case "tg-spoiler", "span" -> add(EntityKind.SPOILER, opened);
      case "blockquote" ->
          add(
              tag.argument().isEmpty() ? EntityKind.BLOCKQUOTE : EntityKind.EXPANDABLE_BLOCKQUOTE,
              opened);
      case "a" ->
          addLink(
              opened.offset, tag.argument().isEmpty() ? written(opened.fromByte) : tag.argument());
      case "tg-emoji" -> customEmoji(opened);
      case "tg-time" -> time(opened);
      case "pre" -> pre(opened);
      default -> code(opened);
    }
  }

  private void add(EntityKind kind, Open opened) {
    entities.add(TextEntity.of(kind, opened.offset, units - opened.offset));
  }

  private void customEmoji(Open opened) {
    String id = opened.tag.argument();
    if (!id.matches("-?[0-9]{1,18}") || Long.parseLong(id) == 0) {
      throw FormattingRefusal.markup("Invalid custom emoji identifier specified");
    }
    entities.add(new TextEntity(EntityKind.CUSTOM_EMOJI, opened.offset, units - opened.offset, id));
  }

  private void time(Open opened) {
    String unix = opened.tag.unixTime();
    if (unix.matches("[1-9][0-9]{0,9}")) {
      String value = (unix + " " + opened.tag.argument()).strip();
      entities.add(
          new TextEntity(EntityKind.DATE_TIME, opened.offset, units - opened.offset, value));
    }
  }

  private void pre(Open opened) {
    TextEntity inner = last(EntityKind.CODE, opened);
    if (inner != null && inner.value() != null) {
      replaceLast(inner.value());
    } else {
      add(EntityKind.PRE, opened);
    }
  }

  private void code(Open opened) {
    String language = opened.tag.argument();
    TextEntity inner = last(EntityKind.PRE, opened);
    if (inner != null && !language.isEmpty()) {
      replaceLast(language);
      return;
    }
    String value = language.isEmpty() ? null : language;
    entities.add(new TextEntity(EntityKind.CODE, opened.offset, units - opened.offset, value));
  }

  /** The entity just added, if it is of that kind and covers exactly what is being closed. */
  private @Nullable TextEntity last(EntityKind kind, Open opened) {
    if (entities.isEmpty()) {
      return null;
    }
    TextEntity last = entities.getLast();
    boolean same = last.kind() == kind && last.offset() == opened.offset && last.end() == units;
    return same ? last : null;
  }

  private void replaceLast(String language) {
    TextEntity last = entities.removeLast();
    entities.add(new TextEntity(EntityKind.PRE, last.offset(), last.length(), language));
  }
}
