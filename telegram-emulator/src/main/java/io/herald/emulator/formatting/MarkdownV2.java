package io.herald.emulator.formatting;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Telegram's MarkdownV2 style. */
final class MarkdownV2 extends Utf8Scan {
  private static final String RESERVED = "_*[]()~`>#+-=|{}.!\n";

  private final Deque<Open> open = new ArrayDeque<>();
  private boolean inQuote;
  private boolean quoteMayStart = true;

  /** What was opened: {@code beginByte} in the markup, {@code outByte} in the output. */
  private record Open(
      EntityKind kind, @Nullable String value, int offset, int beginByte, int outByte) {}

  MarkdownV2(String markup) {
    super(markup);
  }

  @Override
  FormattedText parse() {
    while (!atEnd()) {
      int c = peek(at);
      if (isEscape(at)) {
        at++;
        escaped();
      } else if (!isReserved(c)) {
        plain(c);
      } else if (endsEntity(c)) {
        close(c);
      } else {
        begin(c);
      }
    }
    closeQuoteAtEnd();
    if (!open.isEmpty()) {
      throw unclosed(open.peek());
    }
    return result();
  }

  private boolean isEscape(int position) {
    return peek(position) == '\\' && peek(position + 1) > 0 && peek(position + 1) <= 126;
  }

  private void escaped() {
    int c = peek(at);
    if (c != '\r') {
      quoteMayStart = c == '\n';
    }
    copyByte();
  }

  private void plain(int c) {
    if ((c & 0xc0) != 0x80 && c != '\r') {
      quoteMayStart = false;
    }
    copyByte();
  }

  private boolean isReserved(int c) {
    boolean verbatim = !open.isEmpty() && open.peek().kind.isVerbatim();
    return verbatim ? c == '`' : RESERVED.indexOf(c) >= 0;
  }

  private boolean endsEntity(int c) {
    if (open.isEmpty()) {
      return false;
    }
    if (inQuote && c == '\n' && peek(at + 1) != '>') {
      return true;
    }
    return switch (open.peek().kind) {
      case BOLD -> c == '*';
      case ITALIC -> c == '_' && peek(at + 1) != '_';
      case UNDERLINE -> startsWith(at, '_', '_');
      case STRIKETHROUGH -> c == '~';
      case SPOILER -> startsWith(at, '|', '|');
      case CODE -> c == '`';
      case PRE -> c == '`' && startsWith(at + 1, '`', '`');
      case TEXT_LINK, CUSTOM_EMOJI -> c == ']';
      default -> false;
    };
  }

  private void begin(int c) {
    int begin = at++;
    switch (c) {
      case '_' -> open(take('_') ? EntityKind.UNDERLINE : EntityKind.ITALIC, begin);
      case '*' -> open(EntityKind.BOLD, begin);
      case '~' -> open(EntityKind.STRIKETHROUGH, begin);
      case '[' -> open(EntityKind.TEXT_LINK, begin);
      case '|' -> openIf(take('|'), EntityKind.SPOILER, c, begin);
      case '!' -> openIf(take('['), EntityKind.CUSTOM_EMOJI, c, begin);
      case '`' -> code(begin);
      case '\n' -> {
        at = begin;
        copyByte();
        quoteMayStart = true;
      }
      case '>' -> quote(c, begin);
      default -> throw reserved(c);
    }
  }

  private boolean take(char next) {
    boolean there = peek(at) == next;
    at += there ? 1 : 0;
    return there;
  }

  private void openIf(boolean valid, EntityKind kind, int c, int begin) {
    if (!valid) {
      throw reserved(c);
    }
    open(kind, begin);
  }

  private void open(EntityKind kind, int begin) {
    open.push(new Open(kind, null, units, begin, out.size()));
  }

  private void code(int begin) {
    if (!startsWith(at, '`', '`')) {
      open(EntityKind.CODE, begin);
      return;
    }
    at += 2;
    String language = readLanguage();
    skipLineBreak();
    String value = language.isEmpty() ? null : language;
    open.push(new Open(EntityKind.PRE, value, units, begin, out.size()));
  }

  private void quote(int c, int begin) {
    if (!quoteMayStart) {
      throw reserved(c);
    }
    if (!inQuote) {
      inQuote = true;
      open(EntityKind.BLOCKQUOTE, begin);
    }
  }

  private void close(int c) {
    if (c == '\n') {
      closeQuote(openQuote(at), at);
      return;
    }
    Open closed = open.pop();
    boolean empty = units == closed.offset;
    switch (closed.kind) {
      case UNDERLINE, SPOILER -> at += 2;
      case PRE -> at += 3;
      default -> at++;
    }
    switch (closed.kind) {
      case TEXT_LINK -> link(closed, empty);
      case CUSTOM_EMOJI -> emojiOrTime(closed, empty);
      default -> add(closed.kind, closed, closed.value, empty);
    }
  }

  private void add(EntityKind kind, Open closed, @Nullable String value, boolean empty) {
    if (!empty) {
      entities.add(new TextEntity(kind, closed.offset, units - closed.offset, value));
    }
  }

  private void link(Open closed, boolean empty) {
    String address = peek(at) == '(' ? parenthesized() : written(closed.outByte);
    if (!empty) {
      addLink(closed.offset, address);
    }
  }

  private void emojiOrTime(Open closed, boolean empty) {
    if (peek(at) != '(') {
      throw FormattingRefusal.markup("The entity must contain a tg://emoji or tg://time URL");
    }
    SpecialLink link = SpecialLink.read(parenthesized());
    if (link == null) {
      throw FormattingRefusal.markup("Invalid tg://emoji or tg://time URL specified");
    }
    add(link.kind(), closed, link.value(), empty);
  }

  private String parenthesized() {
    int from = ++at;
    ByteArrayOutputStream address = new ByteArrayOutputStream();
    while (!atEnd() && peek(at) != ')') {
      at += isEscape(at) ? 1 : 0;
      address.write(peek(at++));
    }
    if (atEnd()) {
      throw FormattingRefusal.markup("Can't find end of a URL at byte offset " + from);
    }
    at++;
    return address.toString(StandardCharsets.UTF_8);
  }

  /**
   * Which quote ends at a position; an empty spoiler opened just before marks an expandable one.
   */
  private EntityKind openQuote(int position) {
    Open last = open.element();
    if (last.kind.isBlockquote()) {
      return EntityKind.BLOCKQUOTE;
    }
    int mark = peek(position - 1) == '\r' ? position - 3 : position - 2;
    boolean justOpened = last.kind == EntityKind.SPOILER && last.beginByte == mark;
    if (!justOpened) {
      throw unclosed(last);
    }
    open.pop();
    if (open.isEmpty() || !open.peek().kind.isBlockquote()) {
      throw unclosed(open.isEmpty() ? last : open.peek());
    }
    return EntityKind.EXPANDABLE_BLOCKQUOTE;
  }

  private void closeQuote(EntityKind kind, int lineBreak) {
    Open closed = open.pop();
    at = lineBreak;
    copyByte();
    inQuote = false;
    quoteMayStart = true;
    add(kind, closed, null, false);
  }

  private void closeQuoteAtEnd() {
    if (!inQuote || open.isEmpty()) {
      return;
    }
    Open last = open.peek();
    boolean expandable = last.kind == EntityKind.SPOILER && last.beginByte == source.length - 2;
    if (expandable) {
      open.pop();
    }
    if (!open.isEmpty() && open.peek().kind.isBlockquote()) {
      Open closed = open.pop();
      EntityKind kind = expandable ? EntityKind.EXPANDABLE_BLOCKQUOTE : EntityKind.BLOCKQUOTE;
      add(kind, closed, null, units == closed.offset);
    }
  }

  private static FormattingRefusal unclosed(Open entity) {
    return FormattingRefusal.markup(
        "Can't find end of %s entity at byte offset %d"
            .formatted(errorName(entity), entity.beginByte));
  }

  private static String errorName(Open entity) {
    return entity.kind == EntityKind.PRE && entity.value != null
        ? "PreCode"
        : entity.kind.errorName();
  }

  private static FormattingRefusal reserved(int c) {
    return FormattingRefusal.markup(
        "Character '" + (char) c + "' is reserved and must be escaped with the preceding '\\'");
  }
}
