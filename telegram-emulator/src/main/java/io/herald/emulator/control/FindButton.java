package io.herald.emulator.control;

import io.herald.emulator.chat.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Finds the button that a request means: by data, by text, or by place. */
final class FindButton {
  private FindButton() {}

  /** Its callback data. */
  static String data(Message message, ActionControl.PressedButton request) {
    JsonNode markup = message.markup();
    JsonNode rows =
        markup == null ? JsonNodeFactory.instance.arrayNode() : markup.path("inline_keyboard");
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < rows.get(row).size(); column++) {
        JsonNode button = rows.get(row).get(column);
        if (button.has("callback_data") && matches(button, row, column, request)) {
          return button.get("callback_data").stringValue();
        }
      }
    }
    throw new UnknownThing("message " + message.id() + " has no such callback button");
  }

  private static boolean matches(
      JsonNode button, int row, int column, ActionControl.PressedButton request) {
    if (request.data() != null) {
      return request.data().equals(button.get("callback_data").stringValue());
    }
    if (request.text() != null) {
      return request.text().equals(button.path("text").asString(""));
    }
    int wantedRow = request.row() == null ? 0 : request.row();
    int wantedColumn = request.column() == null ? 0 : request.column();
    return row == wantedRow && column == wantedColumn;
  }
}
