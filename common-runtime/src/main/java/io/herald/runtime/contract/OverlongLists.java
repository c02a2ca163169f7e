package io.herald.runtime.contract;

import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Cuts lists just behind their bounds before anybody looks at what is in them. The document is
 * refused all the same, but a megabyte of bad buttons doesn't become a million findings first.
 */
final class OverlongLists {

  /** Recipients of one notification, and rows of buttons below it. */
  static final int MAX_ITEMS = 100;

  /** Buttons in a row, by Telegram. */
  static final int MAX_ROW = 8;

  private OverlongLists() {}

  /**
   * The same notification where its lists are within their bounds, else a copy with shorter ones.
   */
  static JsonNode cut(JsonNode notification) {
    JsonNode to = notification.path("to");
    JsonNode buttons = notification.path("buttons");
    boolean isFine =
        to.size() <= MAX_ITEMS
            && buttons.size() <= MAX_ITEMS
            && buttons.valueStream().allMatch(it -> it.size() <= MAX_ROW);
    if (isFine || !notification.isObject()) {
      return notification;
    }
    ObjectNode cut = JsonNodeFactory.instance.objectNode().setAll((ObjectNode) notification);
    if (to.isArray()) {
      cut.set("to", firsts(to, MAX_ITEMS, it -> it));
    }
    if (buttons.isArray()) {
      cut.set("buttons", firsts(buttons, MAX_ITEMS, it -> firsts(it, MAX_ROW, button -> button)));
    }
    return cut;
  }

  /** One item more than are allowed. */
  private static JsonNode firsts(JsonNode list, int bound, UnaryOperator<JsonNode> item) {
    if (!list.isArray()) {
      return list;
    }
    ArrayNode firsts = JsonNodeFactory.instance.arrayNode();
    list.valueStream().limit(bound + 1L).map(item).forEach(firsts::add);
    return firsts;
  }
}
