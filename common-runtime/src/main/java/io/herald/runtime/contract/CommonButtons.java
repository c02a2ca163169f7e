package io.herald.runtime.contract;

import static io.herald.runtime.contract.Characters.isSeen;
import static io.herald.runtime.contract.Characters.isText;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.notification.ActionButton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads buttons that certainly keep to the contract; see {@link CommonNotification}. */
final class CommonButtons {

  private static final int MAX_ROWS = 8;
  private static final int MAX_LABEL = 128;
  private static final int MAX_URL = 2_048;

  private CommonButtons() {}

  /** Null for what needs a closer look. */
  static @Nullable List<List<ActionButton>> read(JsonNode buttons) {
    if (!buttons.isArray() || buttons.size() > MAX_ROWS) {
      return null;
    }
    List<List<ActionButton>> rows = new ArrayList<>(buttons.size());
    for (JsonNode given : buttons) {
      List<ActionButton> row = row(given);
      if (row == null) {
        return null;
      }
      rows.add(row);
    }
    return rows;
  }

  private static @Nullable List<ActionButton> row(JsonNode buttons) {
    if (!buttons.isArray() || buttons.isEmpty() || buttons.size() > OverlongLists.MAX_ROW) {
      return null;
    }
    List<ActionButton> row = new ArrayList<>(buttons.size());
    for (JsonNode given : buttons) {
      ActionButton button = button(given);
      if (button == null) {
        return null;
      }
      row.add(button);
    }
    return row;
  }

  private static @Nullable ActionButton button(JsonNode button) {
    JsonNode label = button.path("text");
    if (button.size() != 2 || !label.isString()) {
      return null;
    }
    String text = label.stringValue();
    if (!isText(text, MAX_LABEL) || !isSeen(text)) {
      return null;
    }
    JsonNode url = button.path("url");
    if (url.isString()) {
      return isUrl(url.stringValue()) ? new ActionButton(text, url.stringValue(), null) : null;
    }
    JsonNode action = button.path("action");
    return action.isString() && isAction(action.stringValue())
        ? new ActionButton(text, null, action.stringValue())
        : null;
  }

  private static boolean isUrl(String url) {
    return (url.startsWith("https://") || url.startsWith("http://"))
        && isText(url, MAX_URL)
        && PublicAddress.problemOfButton(url).isEmpty();
  }

  private static boolean isAction(String action) {
    return !action.isEmpty()
        && isText(action, FieldRules.MAX_ACTION_BYTES)
        && action.getBytes(UTF_8).length <= FieldRules.MAX_ACTION_BYTES;
  }
}
