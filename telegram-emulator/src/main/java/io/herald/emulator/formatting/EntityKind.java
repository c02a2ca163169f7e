package io.herald.emulator.formatting;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Kinds of entities; the declared order is the nesting order of entities that share their range.
 */
public enum EntityKind {
  BLOCKQUOTE("blockquote", "BlockQuote"),
  EXPANDABLE_BLOCKQUOTE("expandable_blockquote", "ExpandableBlockQuote"),
  PRE("pre", "Pre"),
  CODE("code", "Code"),
  DATE_TIME("date_time", "Date"),
  TEXT_LINK("text_link", "TextUrl"),
  TEXT_MENTION("text_mention", "MentionName"),
  MENTION("mention", "Mention"),
  HASHTAG("hashtag", "Hashtag"),
  CASHTAG("cashtag", "Cashtag"),
  BOT_COMMAND("bot_command", "BotCommand"),
  URL("url", "Url"),
  EMAIL("email", "EmailAddress"),
  PHONE_NUMBER("phone_number", "PhoneNumber"),
  BANK_CARD_NUMBER("bank_card_number", "BankCardNumber"),
  BOLD("bold", "Bold"),
  ITALIC("italic", "Italic"),
  UNDERLINE("underline", "Underline"),
  STRIKETHROUGH("strikethrough", "Strikethrough"),
  SPOILER("spoiler", "Spoiler"),
  CUSTOM_EMOJI("custom_emoji", "CustomEmoji");

  private static final Map<String, EntityKind> BY_NAME = new HashMap<>();

  static {
    for (EntityKind kind : values()) {
      BY_NAME.put(kind.wireName, kind);
    }
  }

  private final String wireName;
  private final String errorName;

  EntityKind(String wireName, String errorName) {
    this.wireName = wireName;
    this.errorName = errorName;
  }

  /** The name in JSON. */
  public String wireName() {
    return wireName;
  }

  /** The name in Telegram's "can't find end of … entity" errors. */
  String errorName() {
    return errorName;
  }

  static @Nullable EntityKind byName(String wireName) {
    return BY_NAME.get(wireName);
  }

  boolean isBlockquote() {
    return this == BLOCKQUOTE || this == EXPANDABLE_BLOCKQUOTE;
  }

  boolean isVerbatim() {
    return this == PRE || this == CODE;
  }

  /** Styles may overlap anything; they are cut where another entity begins or ends inside them. */
  boolean isStyle() {
    return ordinal() >= BOLD.ordinal() && this != CUSTOM_EMOJI;
  }

  /** Found by Telegram in the text itself; ignored when a client names it. */
  boolean isDetected() {
    return ordinal() >= MENTION.ordinal() && ordinal() <= BANK_CARD_NUMBER.ordinal();
  }
}
