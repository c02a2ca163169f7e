package io.herald.telegram.text;

import io.herald.model.message.Entity;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The types of entities. The order is the nesting order of entities that share their range: the
 * outermost first.
 */
public enum EntityType {
  BLOCKQUOTE("blockquote", Group.QUOTE),
  EXPANDABLE_BLOCKQUOTE("expandable_blockquote", Group.QUOTE),
  PRE("pre", Group.VERBATIM),
  CODE("code", Group.VERBATIM),
  TEXT_LINK("text_link", Group.UNIT),
  TEXT_MENTION("text_mention", Group.UNIT),
  MENTION("mention", Group.UNIT),
  HASHTAG("hashtag", Group.UNIT),
  CASHTAG("cashtag", Group.UNIT),
  BOT_COMMAND("bot_command", Group.UNIT),
  URL("url", Group.UNIT),
  EMAIL("email", Group.UNIT),
  PHONE_NUMBER("phone_number", Group.UNIT),
  DATE_TIME("date_time", Group.UNIT),
  CUSTOM_EMOJI("custom_emoji", Group.UNIT),
  BOLD("bold", Group.STYLE),
  ITALIC("italic", Group.STYLE),
  UNDERLINE("underline", Group.STYLE),
  STRIKETHROUGH("strikethrough", Group.STYLE),
  SPOILER("spoiler", Group.STYLE);

  /** How entities behave next to each other. */
  enum Group {
    /** Quotes hold everything but quotes. */
    QUOTE,
    /** Code holds nothing and is held by quotes alone. */
    VERBATIM,
    /** Links and the like: never inside each other or in code. */
    UNIT,
    /** May overlap anything but code; cut where it crosses something else. */
    STYLE
  }

  private static final Map<String, EntityType> BY_NAME = new HashMap<>();

  static {
    for (EntityType type : values()) {
      BY_NAME.put(type.wireName, type);
    }
  }

  private final String wireName;
  private final Group group;

  EntityType(String wireName, Group group) {
    this.wireName = wireName;
    this.group = group;
  }

  /** An entity of this type that needs nothing else. */
  public Entity over(int offset, int end) {
    return Entity.of(wireName, offset, end - offset);
  }

  /** Telegram's name. */
  public String wireName() {
    return wireName;
  }

  /** Whether that entity is of this type. */
  public boolean is(Entity entity) {
    return wireName.equals(entity.type());
  }

  /** Whether text in it is shown as it is, white space included. */
  public static boolean isVerbatim(Entity entity) {
    return group(entity) == Group.VERBATIM;
  }

  /** Whether it means one thing that is worth nothing in halves: a link, a mention, an emoji. */
  public static boolean isUnit(Entity entity) {
    return group(entity) == Group.UNIT;
  }

  /** A type that is newer than this code is taken for a unit: the kind that is never cut. */
  static Group group(Entity entity) {
    EntityType type = of(entity);
    return type == null ? Group.UNIT : type.group;
  }

  static int rank(Entity entity) {
    EntityType type = of(entity);
    return type == null ? CUSTOM_EMOJI.ordinal() : type.ordinal();
  }

  private static @Nullable EntityType of(Entity entity) {
    return BY_NAME.get(entity.type());
  }
}
