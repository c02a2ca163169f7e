package io.herald.telegram.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * The outer object of every answer of the Bot API, read without looking into its result.
 *
 * @param fromBotApi whether the body is such an object at all
 * @param ok whether the call succeeded
 * @param errorCode {@code error_code}; 0 if absent
 * @param description empty if absent
 */
record Envelope(
    boolean fromBotApi,
    boolean ok,
    int errorCode,
    String description,
    @Nullable Long retryAfter,
    @Nullable Long migrateToChat) {

  private static final Envelope UNREADABLE = new Envelope(false, false, 0, "", null, null);

  // As the Bot API writes every success. What follows is the result, which is read elsewhere.
  private static final byte[] BEGIN_OF_SUCCESS =
      "{\"ok\":true,\"result\":".getBytes(StandardCharsets.US_ASCII);
  private static final Envelope SUCCESS = new Envelope(true, true, 0, "", null, null);

  /** Reads the body; never fails. */
  static Envelope read(byte[] body) {
    return isSuccess(body) ? SUCCESS : readAll(body);
  }

  private static boolean isSuccess(byte[] body) {
    int length = BEGIN_OF_SUCCESS.length;
    return body.length > length
        && Arrays.equals(body, 0, length, BEGIN_OF_SUCCESS, 0, length)
        && body[body.length - 1] == '}';
  }

  private static Envelope readAll(byte[] body) {
    try (JsonParser parser = BotApiJson.FACTORY.createParser(ObjectReadContext.empty(), body)) {
      return parser.nextToken() == JsonToken.START_OBJECT ? fields(parser) : UNREADABLE;
    } catch (JacksonException e) {
      return UNREADABLE;
    }
  }

  private static Envelope fields(JsonParser parser) {
    Boolean ok = null;
    int code = 0;
    String description = "";
    Parameters parameters = new Parameters(null, null);
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (name) {
        case "ok" -> ok = value == JsonToken.VALUE_TRUE;
        case "error_code" -> code = value.isNumeric() ? parser.getValueAsInt() : 0;
        case "description" -> description = value.isScalarValue() ? parser.getString() : "";
        case "parameters" -> parameters = Parameters.read(parser);
        default -> {}
      }
      parser.skipChildren();
    }
    return ok == null
        ? UNREADABLE
        : new Envelope(
            true, ok, code, description, parameters.retryAfter(), parameters.migrateToChat());
  }

  /**
   * The refusal that this envelope and its HTTP answer are.
   *
   * @param retryAfterHeader value of the HTTP header; empty if absent
   */
  Answer answer(int status, String retryAfterHeader) {
    Long wait = retryAfter == null ? seconds(retryAfterHeader) : retryAfter;
    return new Answer(
        errorCode == 0 ? status : errorCode, description, wait, migrateToChat, fromBotApi);
  }

  private static @Nullable Long seconds(String header) {
    // The header may also be a date; nobody near the Bot API sends one.
    return header.matches("[0-9]{1,9}") ? Long.valueOf(header) : null;
  }

  private record Parameters(@Nullable Long retryAfter, @Nullable Long migrateToChat) {

    static Parameters read(JsonParser parser) {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        return new Parameters(null, null);
      }
      Long retryAfter = null;
      Long migrateToChat = null;
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        boolean integral = parser.nextToken() == JsonToken.VALUE_NUMBER_INT;
        switch (name) {
          case "retry_after" -> retryAfter = integral ? parser.getValueAsLong() : null;
          case "migrate_to_chat_id" -> migrateToChat = integral ? parser.getValueAsLong() : null;
          default -> parser.skipChildren();
        }
      }
      return new Parameters(retryAfter, migrateToChat);
    }
  }
}
