package io.herald.telegram.text;

import io.herald.model.message.Entity;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Texts that make trouble, and entities at random. */
public final class AnyText {

  private static final String[] PIECES = {
    "word",
    "a",
    " ",
    " ",
    "  ",
    "\n",
    "\n",
    "\n\n",
    "\n   ",
    "\r\n",
    "\t",
    "\u0000",
    "e\u0301",
    "a\u030a",
    "\u030a",
    "\u0301",
    " \u0301",
    "\u0600",
    "\u200b",
    "\u200d",
    "\u202e",
    "\u00a0",
    "\u4e2d\u6587\u5b57",
    "\u05d0\u05d1",
    "\uac00\u11a8\u1100\u1161\u11a8",
    "\u0915\u094d\u0937\u093f",
    "\ud83d\ude00",
    "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67",
    "\ud83d\udc4d\ud83c\udffd",
    "\ud83c\udde9\ud83c\uddea\ud83c\uddeb\ud83c\uddf7",
    "\ud83c\udde9",
    "1\ufe0f\u20e3",
    "\ud83d",
    "\ude00",
    "https://a.example/path?q=1",
    "http://b.example",
    "www.example.com",
    "@somebody",
    "me@mail.example",
    "#hashtag",
    "/start@a_bot",
    "supercalifragilisticexpialidocious",
    "0123456789012345678901234567890123456789012345678901234567890123456789",
  };

  private static final String[] MARKUP = {
    "*",
    "**",
    "_",
    "__",
    "~",
    "~~",
    "||",
    "|",
    "`",
    "```",
    "```x\n",
    "[",
    "]",
    "](",
    ")",
    "(",
    "!",
    "![",
    ">",
    "\n>",
    "\n> ",
    "\n- ",
    "\n  - ",
    "\n1. ",
    "\n# ",
    "#",
    "\\",
    "&",
    "&lt;",
    "&#x1f600;",
    "&#55357;",
    "<",
    ">",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "</>",
    "<code>",
    "</code>",
    "<pre>",
    "</pre>",
    "<code class=\"language-x\">",
    "<blockquote expandable>",
    "</blockquote>",
    "<a href=\"http://a.example\">",
    "<a>",
    "</a>",
    "<tg-spoiler>",
    "<br>",
    "\n|a|b|\n|-|-:|\n|c|",
    "](http://a.example)",
    "](tg://user?id=5)",
    "](tg://emoji?id=5)",
    "\n\n",
    "\n---\n",
    "\n    "
  };

  private AnyText() {}

  /** Words, spaces, addresses, and whatever Unicode has to offer. */
  public static Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(PIECES).list().ofMaxSize(120).map(list -> String.join("", list));
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(6, pieces),
        net.jqwik.api.Tuple.of(1, Arbitraries.strings().ofMaxLength(300)));
  }

  /** The same with markup in it, seldom as it should be. */
  public static Arbitrary<String> markups() {
    Arbitrary<String> piece = Arbitraries.oneOf(Arbitraries.of(MARKUP), Arbitraries.of(PIECES));
    return piece.list().ofMaxSize(60).map(list -> String.join("", list));
  }

  /** Texts with entities of all types, before they are brought into order. */
  public static Arbitrary<Raw> raw() {
    return Combinators.combine(texts(), entity().list().ofMaxSize(40)).as(Raw::new);
  }

  /** What a formatted text is made from. */
  public record Raw(String text, List<Entity> entities) {
    public FormattedText formatted() {
      return new FormattedText(text, entities);
    }
  }

  private static Arbitrary<Entity> entity() {
    return Combinators.combine(
            Arbitraries.of(EntityType.values()),
            Arbitraries.integers().between(-2, 400),
            Arbitraries.integers().between(-1, 60))
        .as(AnyText::entity);
  }

  private static Entity entity(EntityType type, int offset, int length) {
    String url = type == EntityType.TEXT_LINK ? "http://a.example/" + offset % 3 : null;
    String language = type == EntityType.PRE ? "java" : null;
    return new Entity(type.wireName(), offset, length, url, language);
  }
}
