package io.herald.telegram.text.markdownv2;

import io.herald.model.message.Entity;
import io.herald.telegram.text.EntityType;
import io.herald.telegram.text.FormattedText;
import io.herald.telegram.text.Malformed;
import io.herald.telegram.text.Parsed;
import io.herald.telegram.text.WellFormed;
import io.herald.telegram.text.link.LinkAddress;
import io.herald.telegram.text.link.TelegramUri;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Telegram's MarkdownV2: each reserved character is markup or escaped, and what opens is closed in
 * order.
 */
public final class ParseMarkdownV2 {
  private static final String RESERVED = "_*[]()~`>#+-=|{}.!\n";

  private final Source in;
  private final StringBuilder out;
  private final List<Entity> entities = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private boolean inQuote;
  private boolean quoteMayBegin = true;

  private record Open(Mark mark, int begin, int from, String language) {}

  private ParseMarkdownV2(String source) {
    in = new Source(source);
    out = new StringBuilder(source.length());
  }

  /** Linear in the length of the source. */
  public static Parsed parse(String source) {
    ParseMarkdownV2 parse = new ParseMarkdownV2(WellFormed.of(source));
    parse.run();
    Malformed malformed = parse.in.failure();
    return malformed == null ? new FormattedText(parse.out.toString(), parse.entities) : malformed;
  }

  private void run() {
    while (!in.atEnd() && !in.failed()) {
      char c = in.peek(0);
      if (in.isEscape()) {
        in.at++;
        text(in.next());
      } else if (!isReserved(c)) {
        text(in.next());
      } else if (inQuote && c == '\n' && in.peek(1) != '>') {
        quoteEnd();
      } else if (!open.isEmpty() && in.startsWith(open.element().mark.end())) {
        close();
      } else {
        begin(c);
      }
    }
    if (!in.failed()) {
      end();
    }
  }

  private boolean isReserved(char c) {
    boolean code = !open.isEmpty() && open.element().mark.isCode();
    return code ? c == '`' : RESERVED.indexOf(c) >= 0;
  }

  private void text(char c) {
    if (c != '\r') {
      quoteMayBegin = c == '\n';
    }
    out.append(c);
  }

  private void begin(char c) {
    int begin = in.at++;
    switch (c) {
      case '_' -> open(in.take('_') ? Mark.UNDERLINE : Mark.ITALIC, begin);
      case '*' -> open(Mark.BOLD, begin);
      case '~' -> open(Mark.STRIKETHROUGH, begin);
      case '[' -> open(Mark.LINK, begin);
      case '`' -> code(begin);
      case '\n' -> text(c);
      case '|' -> openIf(in.take('|'), Mark.SPOILER, c, begin);
      case '!' -> openIf(in.take('['), Mark.EMOJI, c, begin);
      case '>' -> quote(begin);
      default -> reserved(c, begin);
    }
  }

  private void open(Mark mark, int begin) {
    open.push(new Open(mark, begin, out.length(), ""));
  }

  private void openIf(boolean whole, Mark mark, char c, int begin) {
    if (whole) {
      open(mark, begin);
    } else {
      reserved(c, begin);
    }
  }

  private void code(int begin) {
    if (in.startsWith("``")) {
      in.at += 2;
      String language = in.language();
      in.skipLineBreak();
      open.push(new Open(Mark.PRE, begin, out.length(), language));
    } else {
      open(Mark.CODE, begin);
    }
  }

  private void quote(int begin) {
    if (!quoteMayBegin) {
      reserved('>', begin);
    } else if (!inQuote) {
      inQuote = true;
      open(Mark.QUOTE, begin);
    }
  }

  private void close() {
    Open closed = open.pop();
    in.at += closed.mark.end().length();
    switch (closed.mark) {
      case LINK -> link(closed);
      case EMOJI -> emoji(closed);
      case PRE -> add(pre(closed));
      default -> add(closed.mark.type().over(closed.from, out.length()));
    }
  }

  private void add(@Nullable Entity entity) {
    if (entity != null && entity.length() > 0) {
      entities.add(entity);
    }
  }

  private Entity pre(Open closed) {
    String language = closed.language.isEmpty() ? null : closed.language;
    return new Entity("pre", closed.from, out.length() - closed.from, null, language);
  }

  /** A link without address leads to what its text says. */
  private void link(Open closed) {
    String address = "";
    if (in.peek(0) == '(') {
      address = in.parenthesized();
    } else if (out.length() - closed.from <= LinkAddress.LONGEST) {
      address = out.substring(closed.from);
    }
    add(LinkAddress.entity(address, closed.from, out.length()));
  }

  private void emoji(Open closed) {
    if (in.peek(0) != '(') {
      in.fail("The entity must contain a tg://emoji or tg://time URL", closed.begin);
      return;
    }
    Entity entity = TelegramUri.entity(in.parenthesized(), closed.from, out.length());
    if (entity == null) {
      in.fail("Invalid tg://emoji or tg://time URL specified", closed.begin);
    }
    add(entity);
  }

  /** The line break belongs to the quote; an empty spoiler just before makes it expandable. */
  private void quoteEnd() {
    int mark = in.at - (in.at > 0 && in.peek(-1) == '\r' ? 3 : 2);
    EntityType type = quoteType(mark);
    if (open.element().mark != Mark.QUOTE) {
      unclosed();
      return;
    }
    text(in.next());
    inQuote = false;
    add(type.over(open.pop().from, out.length()));
  }

  private EntityType quoteType(int mark) {
    Open last = open.element();
    if (last.mark == Mark.SPOILER && last.begin == mark) {
      open.pop();
      return EntityType.EXPANDABLE_BLOCKQUOTE;
    }
    return EntityType.BLOCKQUOTE;
  }

  private void end() {
    if (inQuote) {
      EntityType type = quoteType(in.length() - 2);
      if (open.element().mark == Mark.QUOTE) {
        add(type.over(open.pop().from, out.length()));
      }
    }
    if (!open.isEmpty()) {
      unclosed();
    }
  }

  private void unclosed() {
    Open last = open.element();
    String name = last.language.isEmpty() ? last.mark.errorName() : "PreCode";
    in.fail("Can't find end of " + name + " entity", last.begin);
  }

  private void reserved(char c, int index) {
    in.fail("Character '" + c + "' is reserved and must be escaped with the preceding '\\'", index);
  }
}
