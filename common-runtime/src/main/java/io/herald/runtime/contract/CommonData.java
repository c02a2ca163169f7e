package io.herald.runtime.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads data that certainly keeps to the contract; see {@link CommonNotification}. */
final class CommonData {

  private CommonData() {}

  /** Null for what needs a closer look. */
  static @Nullable Map<String, Object> read(JsonNode data) {
    return data.isObject() && TextBounds.isWithin(data) ? map(data) : null;
  }

  private static Map<String, Object> map(JsonNode object) {
    Map<String, Object> map = LinkedHashMap.newLinkedHashMap(object.size());
    object.properties().forEach(it -> map.put(it.getKey(), value(it.getValue())));
    return map;
  }

  // The parser has bounded the depth before.
  private static @Nullable Object value(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> map(value);
      case ARRAY -> list(value);
      case STRING -> value.stringValue();
      case NUMBER -> value.numberValue();
      case BOOLEAN -> value.booleanValue();
      default -> null;
    };
  }

  private static List<Object> list(JsonNode array) {
    List<Object> list = new ArrayList<>(array.size());
    array.forEach(it -> list.add(value(it)));
    return list;
  }
}
