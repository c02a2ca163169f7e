package io.herald.emulator.conversation;

import io.herald.emulator.chat.Message;
import tools.jackson.databind.node.ObjectNode;

/** Writes messages for watchers: Telegram's object, and what only the emulator knows. */
public final class ViewMessage {
  private final RenderMessage render;

  public ViewMessage(RenderMessage render) {
    this.render = render;
  }

  /** Times in epoch milliseconds; reply keyboards are shown too, which Telegram's object hides. */
  public ObjectNode view(Message message) {
    ObjectNode json = render.render(message);
    json.put("direction", message.outgoing() ? "out" : "in");
    json.put("bot", message.bot());
    json.put("date_ms", message.sentMs());
    json.put("edit_ms", message.editedMs());
    json.put("edits", message.edits());
    if (message.markup() != null) {
      json.set("reply_markup", message.markup());
    }
    return json;
  }
}
