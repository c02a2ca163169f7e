package io.herald.telegram.api;

import io.herald.telegram.http.BotApiJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * Cuts the answer of getUpdates into its updates by byte offsets, so that what goes to Kafka is
 * what Telegram wrote: no field is lost because this program does not know it yet.
 */
final class SliceUpdates {

  private SliceUpdates() {}

  /**
   * The elements of {@code result}, in order.
   *
   * @param answer a whole answer in UTF-8
   * @throws IllegalArgumentException when it is not an object with an array of objects as result
   */
  static List<byte[]> slice(byte[] answer) {
    try (JsonParser parser = BotApiJson.FACTORY.createParser(ObjectReadContext.empty(), answer)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw unreadable();
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals("result") && value == JsonToken.START_ARRAY) {
          return elements(parser, answer);
        }
        parser.skipChildren();
      }
      throw unreadable();
    } catch (JacksonException e) {
      throw unreadable();
    }
  }

  private static List<byte[]> elements(JsonParser parser, byte[] answer) {
    List<byte[]> updates = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      int from = (int) parser.currentTokenLocation().getByteOffset();
      if (parser.currentToken() != JsonToken.START_OBJECT || from < 0) {
        throw unreadable();
      }
      parser.skipChildren();
      int to = (int) parser.currentLocation().getByteOffset();
      updates.add(Arrays.copyOfRange(answer, from, to));
    }
    return updates;
  }

  // The parser's own text quotes the answer, which is people's messages.
  private static IllegalArgumentException unreadable() {
    return new IllegalArgumentException("the answer holds no array of updates");
  }
}
