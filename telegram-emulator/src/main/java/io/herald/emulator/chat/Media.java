package io.herald.emulator.chat;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A photo or document in a message. */
public record Media(StoredFile file, boolean photo) {
  private static final int THUMBNAIL = 320;

  /** Puts Telegram's {@code photo} or {@code document} field. */
  public void putInto(ObjectNode message) {
    if (photo) {
      message.set("photo", sizes());
    } else {
      message.set("document", document());
    }
  }

  private ArrayNode sizes() {
    ArrayNode sizes = JsonNodeFactory.instance.arrayNode();
    int longest = Math.max(file.width(), file.height());
    if (longest > THUMBNAIL) {
      sizes.add(
          size(
              Math.max(1, file.width() * THUMBNAIL / longest),
              Math.max(1, file.height() * THUMBNAIL / longest)));
    }
    sizes.add(size(file.width(), file.height()));
    return sizes;
  }

  private ObjectNode size(int width, int height) {
    return file().toJson().put("width", width).put("height", height);
  }

  private ObjectNode document() {
    ObjectNode document = file.toJson();
    putOptional(document, "file_name", file.name());
    putOptional(document, "mime_type", file.contentType());
    return document;
  }

  private static void putOptional(ObjectNode json, String name, @Nullable String value) {
    if (value != null) {
      json.put(name, value);
    }
  }
}
