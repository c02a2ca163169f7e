package io.herald.emulator.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The envelope of an answer.
 *
 * @param status of HTTP, and {@code error_code} of errors
 * @param result null for errors
 * @param description null if there is none
 * @param retryAfter seconds, 0 if absent
 * @param migrateTo chat id, 0 if absent
 */
public record Answer(
    int status,
    @Nullable JsonNode result,
    @Nullable String description,
    int retryAfter,
    long migrateTo) {

  static Answer ok(JsonNode result) {
    return new Answer(200, result, null, 0, 0);
  }

  static Answer done() {
    return ok(BooleanNode.TRUE);
  }

  static Answer done(String description) {
    return new Answer(200, BooleanNode.TRUE, description, 0, 0);
  }

  public static Answer error(int status, String description) {
    return new Answer(status, null, description, 0, 0);
  }

  static Answer tooManyRequests(int retryAfter) {
    return new Answer(429, null, "Too Many Requests: retry after " + retryAfter, retryAfter, 0);
  }

  static Answer migrated(long newChat) {
    return new Answer(
        400, null, "Bad Request: group chat was upgraded to a supergroup chat", 0, newChat);
  }

  public boolean isOk() {
    return result != null;
  }

  /** Telegram's JSON. */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("ok", isOk());
    if (result != null) {
      json.set("result", result);
    } else {
      json.put("error_code", status);
    }
    if (description != null) {
      json.put("description", description);
    }
    if (retryAfter != 0) {
      json.putObject("parameters").put("retry_after", retryAfter);
    }
    if (migrateTo != 0) {
      json.putObject("parameters").put("migrate_to_chat_id", migrateTo);
    }
    return json;
  }
}
