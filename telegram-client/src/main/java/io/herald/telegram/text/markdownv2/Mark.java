package io.herald.telegram.text.markdownv2;

import io.herald.telegram.text.EntityType;

/** What can be open, what ends it, and what Telegram's errors call it. */
enum Mark {
  BOLD("*", EntityType.BOLD, "Bold"),
  ITALIC("_", EntityType.ITALIC, "Italic"),
  UNDERLINE("__", EntityType.UNDERLINE, "Underline"),
  STRIKETHROUGH("~", EntityType.STRIKETHROUGH, "Strikethrough"),
  SPOILER("||", EntityType.SPOILER, "Spoiler"),
  CODE("`", EntityType.CODE, "Code"),
  PRE("```", EntityType.PRE, "Pre"),
  LINK("]", EntityType.TEXT_LINK, "TextUrl"),
  EMOJI("]", EntityType.CUSTOM_EMOJI, "CustomEmoji"),
  /** Ends with its last line, not with a mark. */
  QUOTE("", EntityType.BLOCKQUOTE, "BlockQuote");

  private final String end;
  private final EntityType type;
  private final String errorName;

  Mark(String end, EntityType type, String errorName) {
    this.end = end;
    this.type = type;
    this.errorName = errorName;
  }

  String end() {
    return end;
  }

  EntityType type() {
    return type;
  }

  String errorName() {
    return errorName;
  }

  boolean isCode() {
    return this == CODE || this == PRE;
  }
}
