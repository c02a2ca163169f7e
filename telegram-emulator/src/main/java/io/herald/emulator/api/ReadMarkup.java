package io.herald.emulator.api;

import io.herald.emulator.formatting.CheckedLink;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads and checks {@code reply_markup}. */
final class ReadMarkup {
  private static final int MOST_BUTTONS = 100;
  private static final int MOST_KEYS = 300;
  private static final int MOST_DATA_BYTES = 64;
  private static final List<String> OTHER_ACTIONS =
      List.of(
          "callback_game",
          "pay",
          "switch_inline_query",
          "switch_inline_query_chosen_chat",
          "switch_inline_query_current_chat",
          "login_url",
          "web_app",
          "copy_text");

  private ReadMarkup() {}

  /** The markup as Telegram would keep it; null if there is none. */
  static @Nullable JsonNode read(Parameters parameters) {
    JsonNode markup =
        parameters.json("reply_markup", "can't parse reply keyboard markup JSON object");
    if (markup == null) {
      return null;
    }
    if (!markup.isObject()) {
      throw Refusal.badRequest("object expected as reply markup");
    }
    if (markup.has("inline_keyboard")) {
      return inline(rows(markup, "inline_keyboard"));
    }
    if (markup.has("keyboard")) {
      return keyboard((ObjectNode) markup, rows(markup, "keyboard"));
    }
    boolean known = markup.has("remove_keyboard") || markup.has("force_reply");
    return known ? markup : null;
  }

  private static JsonNode rows(JsonNode markup, String field) {
    JsonNode rows = markup.get(field);
    if (!rows.isArray()) {
      throw Refusal.badRequest("field \"" + field + "\" must be of type Array");
    }
    for (JsonNode row : rows) {
      if (!row.isArray()) {
        throw Refusal.badRequest("field \"" + field + "\" must be an Array of Arrays");
      }
    }
    return rows;
  }

  private static @Nullable JsonNode inline(JsonNode rows) {
    ArrayNode kept = JsonNodeFactory.instance.arrayNode();
    int buttons = 0;
    for (JsonNode row : rows) {
      ArrayNode keptRow = JsonNodeFactory.instance.arrayNode();
      row.forEach(button -> keptRow.add(inlineButton(button)));
      buttons += keptRow.size();
      if (!keptRow.isEmpty()) {
        kept.add(keptRow);
      }
    }
    if (buttons > MOST_BUTTONS) {
      throw Refusal.badRequest("reply markup is too long");
    }
    if (buttons == 0) {
      return null;
    }
    ObjectNode markup = JsonNodeFactory.instance.objectNode();
    markup.set("inline_keyboard", kept);
    return markup;
  }

  private static JsonNode inlineButton(JsonNode button) {
    if (!button.isObject()) {
      throw inlineRefusal("InlineKeyboardButton must be an Object");
    }
    JsonNode text = button.get("text");
    if (text == null || !text.isString()) {
      throw inlineRefusal("Can't find field \"text\"");
    }
    if (text.stringValue().isBlank()) {
      throw Refusal.badRequest("inline keyboard button text must be non-empty");
    }
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    kept.put("text", text.stringValue());
    String url = field(button, "url");
    String data = field(button, "callback_data");
    if (!url.isEmpty()) {
      return kept.put("url", checkedUrl(url));
    }
    if (!data.isEmpty()) {
      return kept.put("callback_data", checkedData(data));
    }
    return otherButton(button, kept);
  }

  private static JsonNode otherButton(JsonNode button, ObjectNode kept) {
    for (String action : OTHER_ACTIONS) {
      JsonNode value = button.get(action);
      if (value != null) {
        kept.set(action, value);
        return kept;
      }
    }
    throw inlineRefusal("Text buttons are unallowed in the inline keyboard");
  }

  private static String checkedUrl(String url) {
    String checked = CheckedLink.check(url);
    if (checked == null) {
      throw Refusal.badRequest(
          "inline keyboard button URL '" + url + "' is invalid: Wrong HTTP URL");
    }
    return checked;
  }

  private static String checkedData(String data) {
    if (data.getBytes(StandardCharsets.UTF_8).length > MOST_DATA_BYTES) {
      throw Refusal.badRequest("BUTTON_DATA_INVALID");
    }
    return data;
  }

  private static @Nullable JsonNode keyboard(ObjectNode markup, JsonNode rows) {
    int keys = 0;
    for (JsonNode row : rows) {
      for (JsonNode key : row) {
        boolean named = key.isString() || (key.isObject() && key.path("text").isString());
        if (!named) {
          throw Refusal.badRequest(
              "can't parse keyboard button: "
                  + (key.isObject()
                      ? "Can't find field \"text\""
                      : "KeyboardButton must be a String or an Object"));
        }
        keys++;
      }
    }
    if (keys > MOST_KEYS) {
      throw Refusal.badRequest("reply markup is too long");
    }
    return keys == 0 ? null : markup;
  }

  private static String field(JsonNode button, String name) {
    JsonNode value = button.get(name);
    return value == null || value.isNull() ? "" : value.asString();
  }

  private static Refusal inlineRefusal(String reason) {
    return Refusal.badRequest("can't parse inline keyboard button: " + reason);
  }
}
