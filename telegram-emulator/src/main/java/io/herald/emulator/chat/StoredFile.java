package io.herald.emulator.chat;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file that a bot sent.
 *
 * @param id unguessable; valid for every bot, unlike at Telegram
 * @param path under which it can be fetched
 * @param width in pixels; 0 if it is no picture
 */
public record StoredFile(
    String id,
    String path,
    @Nullable String name,
    @Nullable String contentType,
    byte[] bytes,
    int width,
    int height) {

  ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    return json.put("file_id", id).put("file_unique_id", uniqueId()).put("file_size", bytes.length);
  }

  /** Telegram's File object. */
  public ObjectNode toFile() {
    return toJson().put("file_path", path);
  }

  private String uniqueId() {
    return "AQAD" + id.substring(id.length() - 12);
  }
}
