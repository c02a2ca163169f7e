package io.herald.gateway.ingest;

import io.herald.model.json.MalformedRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads an update's head from its bytes in one pass, without building a tree. The whole text is
 * checked to be JSON; update kinds and fields that are not known are passed over.
 */
public final class ReadUpdateHead {

  // Telegram nests a reply in a message in a callback: far below this. A bomb is far above.
  private static final int MAX_DEPTH = 100;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  private ReadUpdateHead() {}

  /**
   * Reads the head.
   *
   * @throws MalformedRecord when the bytes are no JSON object with an integral {@code update_id}
   */
  public static UpdateHead read(byte[] update) {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), update)) {
      return read(json);
    } catch (JacksonException e) {
      throw new MalformedRecord("the body is not well-formed JSON", e);
    }
  }

  /**
   * Reads no more than the {@code update_id}, of an update that {@link #read} refuses.
   *
   * @throws MalformedRecord when even that can't be found
   */
  public static UpdateHead salvage(byte[] update) {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), update)) {
      json.nextToken();
      for (String field = json.nextName(); field != null; field = json.nextName()) {
        JsonToken value = json.nextToken();
        if (field.equals("update_id")) {
          return new UpdateHead(integral(json, value), "", 0);
        }
        json.skipChildren();
      }
    } catch (JacksonException e) {
      throw new MalformedRecord("no update_id can be read", e);
    }
    throw new MalformedRecord("the body has no update_id", null);
  }

  private static UpdateHead read(JsonParser json) {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new MalformedRecord("the body is not a JSON object", null);
    }
    Long updateId = null;
    Origin origin = new Origin();
    for (String field = json.nextName(); field != null; field = json.nextName()) {
      JsonToken value = json.nextToken();
      if (field.equals("update_id")) {
        updateId = integral(json, value);
      } else if (value == JsonToken.START_OBJECT) {
        origin.readEvent(json);
      } else {
        json.skipChildren();
      }
    }
    if (updateId == null) {
      throw new MalformedRecord("the body has no update_id", null);
    }
    if (json.nextToken() != null) {
      throw new MalformedRecord("the body goes on behind the JSON object", null);
    }
    return new UpdateHead(updateId, origin.key(), origin.sender());
  }

  private static long integral(JsonParser json, JsonToken value) {
    if (value != JsonToken.VALUE_NUMBER_INT) {
      throw new MalformedRecord("update_id is not an integer", null);
    }
    return json.getLongValue();
  }

  /** The chat and the user of an event; the parser stands within the event's object. */
  private static final class Origin {

    private @Nullable Long chat;
    private @Nullable Long user;

    private void readEvent(JsonParser json) {
      for (String field = json.nextName(); field != null; field = json.nextName()) {
        JsonToken value = json.nextToken();
        if (value != JsonToken.START_OBJECT) {
          json.skipChildren();
          continue;
        }
        switch (field) {
          case "chat", "voter_chat" -> chat = id(json, chat);
          case "from", "user" -> user = id(json, user);
          case "message" -> readMessage(json);
          default -> json.skipChildren();
        }
      }
    }

    // A callback query carries the message that its button hangs on, and so the chat.
    private void readMessage(JsonParser json) {
      for (String field = json.nextName(); field != null; field = json.nextName()) {
        if (json.nextToken() == JsonToken.START_OBJECT && field.equals("chat")) {
          chat = id(json, chat);
        } else {
          json.skipChildren();
        }
      }
    }

    private static @Nullable Long id(JsonParser json, @Nullable Long otherwise) {
      Long id = otherwise;
      for (String field = json.nextName(); field != null; field = json.nextName()) {
        if (json.nextToken() == JsonToken.VALUE_NUMBER_INT && field.equals("id")) {
          id = json.getLongValue();
        } else {
          json.skipChildren();
        }
      }
      return id;
    }

    private String key() {
      return chat != null ? chat.toString() : user != null ? user.toString() : "";
    }

    private long sender() {
      return user == null ? 0 : user;
    }
  }
}
