package io.herald.emulator.api;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The parameters of a call, wherever they came from: Telegram takes each as text, and reads JSON
 * out of the text where it expects JSON.
 */
public final class Parameters {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Map<String, JsonNode> values;
  private final Map<String, Upload> files;

  public Parameters(Map<String, JsonNode> values, Map<String, Upload> files) {
    this.values = values;
    this.files = files;
  }

  /** As text; empty if absent or null. */
  public String text(String name) {
    JsonNode value = values.get(name);
    if (value == null || value.isNull()) {
      return "";
    }
    return value.isContainer() ? value.toString() : value.asString();
  }

  public @Nullable Upload file(String name) {
    return files.get(name);
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** As an integer; the default if absent or no number, as at Telegram. */
  int integer(String name, int defaultValue) {
    try {
      String text = text(name).strip();
      return text.isEmpty() ? defaultValue : Integer.parseInt(text);
    } catch (NumberFormatException noNumber) {
      return defaultValue;
    }
  }

  int integer(String name, int defaultValue, int least, int most) {
    return Math.clamp(integer(name, defaultValue), least, most);
  }

  boolean flag(String name) {
    String text = text(name).toLowerCase(Locale.ROOT);
    return text.equals("true") || text.equals("yes") || text.equals("1");
  }

  /** The chat id if it is a number, null otherwise. */
  public @Nullable Long chatId() {
    String text = text("chat_id").strip();
    boolean number = text.matches("-?\\d{1,18}");
    return number ? (Long) Long.parseLong(text) : null;
  }

  /**
   * As JSON; null if absent or empty.
   *
   * @throws Refusal with the given words if it is not JSON
   */
  @Nullable JsonNode json(String name, String refusal) {
    JsonNode value = values.get(name);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isString()) {
      return value;
    }
    return value.stringValue().isEmpty() ? null : parse(value.stringValue(), refusal);
  }

  private static JsonNode parse(String text, String refusal) {
    try {
      JsonNode parsed = JSON.readTree(text);
      return parsed == null ? JsonNodeFactory.instance.missingNode() : parsed;
    } catch (JacksonException malformed) {
      throw Refusal.badRequest(refusal);
    }
  }
}
