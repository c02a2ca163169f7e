package io.herald.emulator.formatting;

import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes entities as the Bot API does. */
public final class WriteEntities {
  private WriteEntities() {}

  /**
   * The JSON array of a text's entities.
   *
   * @param user gives the User object of a mentioned id, null if unknown: the mention is left out
   */
  public static ArrayNode write(List<TextEntity> entities, LongFunction<@Nullable JsonNode> user) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode(entities.size());
    for (TextEntity entity : entities) {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      json.put("offset", entity.offset());
      json.put("length", entity.length());
      json.put("type", entity.kind().wireName());
      if (putValue(json, entity, user)) {
        array.add(json);
      }
    }
    return array;
  }

  private static boolean putValue(
      ObjectNode json, TextEntity entity, LongFunction<@Nullable JsonNode> user) {
    String value = entity.value();
    if (value == null) {
      return true;
    }
    switch (entity.kind()) {
      case TEXT_LINK -> json.put("url", value);
      case PRE -> json.put("language", value);
      case CUSTOM_EMOJI -> json.put("custom_emoji_id", value);
      case DATE_TIME -> {
        String[] parts = value.split(" ", 2);
        json.put("unix_time", Long.parseLong(parts[0]));
        if (parts.length > 1) {
          json.put("date_time_format", parts[1]);
        }
      }
      case TEXT_MENTION -> {
        JsonNode mentioned = user.apply(Long.parseLong(value));
        if (mentioned == null) {
          return false;
        }
        json.set("user", mentioned);
      }
      default -> {
        // The other kinds carry nothing but their range.
      }
    }
    return true;
  }
}
