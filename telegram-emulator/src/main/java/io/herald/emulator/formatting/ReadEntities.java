package io.herald.emulator.formatting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a JSON array of MessageEntity as Telegram does: strict in form, deaf to detected kinds. */
public final class ReadEntities {
  private ReadEntities() {}

  /** Anything but an array counts as no entities. */
  public static List<TextEntity> read(@Nullable JsonNode entities) {
    List<TextEntity> result = new ArrayList<>();
    if (entities == null || !entities.isArray()) {
      return result;
    }
    for (JsonNode entity : entities) {
      TextEntity read = readOne(entity);
      if (read != null) {
        result.add(read);
      }
    }
    return result;
  }

  private static @Nullable TextEntity readOne(JsonNode json) {
    if (!json.isObject()) {
      throw refusal("expected an Object");
    }
    int offset = integer(json, "offset");
    int length = integer(json, "length");
    JsonNode type = json.get("type");
    if (type == null || !type.isString()) {
      throw refusal("Can't find field \"type\"");
    }
    EntityKind kind = EntityKind.byName(type.stringValue());
    if (kind == null) {
      throw refusal("Unsupported type specified");
    }
    if (kind.isDetected()) {
      return null;
    }
    String value = value(kind, json);
    boolean lost = value == null && needsValue(kind);
    return lost ? null : new TextEntity(kind, offset, length, value);
  }

  private static boolean needsValue(EntityKind kind) {
    return kind == EntityKind.TEXT_LINK
        || kind == EntityKind.TEXT_MENTION
        || kind == EntityKind.CUSTOM_EMOJI
        || kind == EntityKind.DATE_TIME;
  }

  private static @Nullable String value(EntityKind kind, JsonNode json) {
    return switch (kind) {
      case TEXT_LINK -> CheckedLink.check(text(json, "url"));
      case PRE -> text(json, "language").isEmpty() ? null : text(json, "language");
      case CUSTOM_EMOJI -> text(json, "custom_emoji_id");
      case TEXT_MENTION -> userId(json);
      case DATE_TIME -> (integer(json, "unix_time") + " " + text(json, "date_time_format")).strip();
      default -> null;
    };
  }

  private static String userId(JsonNode json) {
    JsonNode id = json.path("user").get("id");
    if (id == null || !id.canConvertToLong()) {
      throw refusal("Can't find field \"user\"");
    }
    return id.asString();
  }

  private static String text(JsonNode json, String field) {
    JsonNode value = json.get(field);
    return value == null || value.isNull() ? "" : value.asString();
  }

  private static int integer(JsonNode json, String field) {
    JsonNode value = json.get(field);
    if (value == null || value.isNull()) {
      throw refusal("Can't find field \"" + field + "\"");
    }
    try {
      return value.isNumber() ? value.intValue() : Integer.parseInt(value.asString());
    } catch (RuntimeException notAnInteger) {
      throw refusal("Field \"" + field + "\" must be a valid Number");
    }
  }

  private static FormattingRefusal refusal(String reason) {
    return new FormattingRefusal("can't parse MessageEntity: " + reason);
  }
}
