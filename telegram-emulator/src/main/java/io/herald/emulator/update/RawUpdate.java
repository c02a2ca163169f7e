package io.herald.emulator.update;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What can be told about an Update object of any kind. */
final class RawUpdate {
  private RawUpdate() {}

  /** The first field besides the id; {@code unknown} if there is none. */
  static String kind(ObjectNode update) {
    for (String name : update.propertyNames()) {
      if (!name.equals("update_id")) {
        return name;
      }
    }
    return "unknown";
  }

  /** Telegram's choice: queries by user, the rest by chat, and what has neither on its own. */
  static QueueKey queue(ObjectNode update, String kind, int id) {
    JsonNode payload = update.path(kind);
    JsonNode user = payload.path("from").path("id");
    if (kind.endsWith("_query") && user.isIntegralNumber()) {
      return QueueKey.user(user.longValue());
    }
    JsonNode chat = payload.path("chat").path("id");
    if (chat.isIntegralNumber()) {
      return QueueKey.chat(chat.longValue());
    }
    return user.isIntegralNumber()
        ? QueueKey.user(user.longValue())
        : new QueueKey(QueueKey.Scope.UPDATE, id);
  }
}
