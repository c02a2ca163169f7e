package io.herald.telegram.text.html;

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
 * Telegram's HTML: few tags, all of them closed, and no other. It is read by hand, because what an
 * HTML library is good at, to repair whatever it is given, would hide the mistakes that Telegram
 * refuses.
 */
public final class ParseHtml {
  private final Cursor in;
  private final StringBuilder out;
  private final List<Entity> entities = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();

  private record Open(StartTag tag, int from) {}

  private ParseHtml(String source) {
    in = new Cursor(source);
    out = new StringBuilder(source.length());
  }

  /** Linear in the length of the source. */
  public static Parsed parse(String source) {
    ParseHtml parse = new ParseHtml(WellFormed.of(source));
    parse.run();
    Malformed malformed = parse.in.failure();
    if (malformed != null) {
      return malformed;
    }
    parse.entities.replaceAll(ParseHtml::withoutWaitingLanguage);
    return new FormattedText(parse.out.toString(), parse.entities);
  }

  private static Entity withoutWaitingLanguage(Entity entity) {
    return EntityType.CODE.is(entity) && entity.language() != null
        ? Entity.of(entity.type(), entity.offset(), entity.length())
        : entity;
  }

  private void run() {
    while (!in.atEnd() && !in.failed()) {
      char c = in.next();
      if (c == '<') {
        tag(in.at - 1);
      } else if (c == '&') {
        reference();
      } else {
        out.append(c);
      }
    }
    if (!open.isEmpty() && !in.failed()) {
      StartTag tag = open.element().tag;
      in.fail("Can't find end tag corresponding to start tag \"" + tag.name() + "\"", tag.begin());
    }
  }

  private void reference() {
    int begin = in.at - 1;
    int character = CharacterReference.read(in);
    if (character < 0) {
      out.append('&');
    } else if (Character.isBmpCodePoint(character) && Character.isSurrogate((char) character)) {
      in.fail("Text contains half of a surrogate pair after decoding HTML entities", begin);
    } else {
      out.appendCodePoint(character);
    }
  }

  private void tag(int begin) {
    if (in.peek() == '/') {
      in.at++;
      endTag(begin);
      return;
    }
    StartTag tag = ReadStartTag.read(in, begin);
    if (tag != null) {
      open.push(new Open(tag, out.length()));
    }
  }

  private void endTag(int begin) {
    if (open.isEmpty()) {
      in.fail("Unexpected end tag", begin);
      return;
    }
    String name = in.name();
    in.skipSpace();
    if (in.peek() != '>') {
      in.fail("Unclosed end tag", begin);
      return;
    }
    in.at++;
    Open opened = open.pop();
    if (!name.isEmpty() && !name.equals(opened.tag.name())) {
      in.fail(
          "Unmatched end tag, expected \"</%s>\", found \"</%s>\""
              .formatted(opened.tag.name(), Cursor.brief(name)),
          begin);
    } else if (out.length() > opened.from) {
      close(opened.tag, opened.from, out.length());
    }
  }

  private void close(StartTag tag, int from, int end) {
    switch (tag.name()) {
      case "b", "strong" -> entities.add(EntityType.BOLD.over(from, end));
      case "i", "em" -> entities.add(EntityType.ITALIC.over(from, end));
      case "u", "ins" -> entities.add(EntityType.UNDERLINE.over(from, end));
      case "s", "strike", "del" -> entities.add(EntityType.STRIKETHROUGH.over(from, end));
      case "tg-spoiler", "span" -> entities.add(EntityType.SPOILER.over(from, end));
      case "blockquote" -> entities.add(quote(tag).over(from, end));
      case "a" -> link(tag, from, end);
      case "tg-emoji" -> emoji(tag, from, end);
      case "tg-time" -> addIfAny(TelegramUri.time(tag.unixTime(), tag.argument(), from, end));
      case "pre" -> pre(from, end);
      default -> code(tag, from, end);
    }
  }

  private static EntityType quote(StartTag tag) {
    return tag.argument().isEmpty() ? EntityType.BLOCKQUOTE : EntityType.EXPANDABLE_BLOCKQUOTE;
  }

  private void addIfAny(@Nullable Entity entity) {
    if (entity != null) {
      entities.add(entity);
    }
  }

  /** A link without address leads to what its text says. */
  private void link(StartTag tag, int from, int end) {
    String address = tag.argument();
    if (address.isEmpty() && end - from <= LinkAddress.LONGEST) {
      address = out.substring(from);
    }
    addIfAny(LinkAddress.entity(address, from, end));
  }

  private void emoji(StartTag tag, int from, int end) {
    Entity emoji = TelegramUri.emoji(tag.argument(), from, end);
    if (emoji == null) {
      in.fail("Invalid custom emoji identifier specified", tag.begin());
    } else {
      entities.add(emoji);
    }
  }

  private void pre(int from, int end) {
    Entity code = justClosed(EntityType.CODE, from, end);
    if (code == null || code.language() == null) {
      entities.add(EntityType.PRE.over(from, end));
    } else {
      entities.set(entities.size() - 1, pre(from, end, code.language()));
    }
  }

  private void code(StartTag tag, int from, int end) {
    String language = tag.argument();
    if (language.isEmpty()) {
      entities.add(EntityType.CODE.over(from, end));
    } else if (justClosed(EntityType.PRE, from, end) != null) {
      entities.set(entities.size() - 1, pre(from, end, language));
    } else {
      // The language waits for a pre around the code; inline code itself has none.
      entities.add(new Entity("code", from, end - from, null, language));
    }
  }

  private static Entity pre(int from, int end, String language) {
    return new Entity("pre", from, end - from, null, language);
  }

  private @Nullable Entity justClosed(EntityType type, int from, int end) {
    Entity last = entities.isEmpty() ? null : entities.getLast();
    boolean same =
        last != null
            && type.is(last)
            && last.offset() == from
            && last.offset() + last.length() == end;
    return same ? last : null;
  }
}
