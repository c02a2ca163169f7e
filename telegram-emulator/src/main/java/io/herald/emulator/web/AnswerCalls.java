package io.herald.emulator.web;

import io.herald.emulator.api.BotApi;
import io.herald.emulator.api.Parameters;
import io.herald.emulator.update.Bot;
import io.herald.emulator.webhook.Webhooks;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Executes the call in the body of a webhook's 2xx; its result is lost, as at Telegram. */
@Component
final class AnswerCalls {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final BotApi api;

  AnswerCalls(BotApi api, Webhooks webhooks) {
    this.api = api;
    webhooks.executeRepliesWith(this::execute);
  }

  private void execute(Bot bot, byte[] body) {
    Map<String, JsonNode> values = body[0] == '{' ? json(body) : form(body);
    JsonNode method = values.get("method");
    if (method != null && method.isString()) {
      api.callInAnswer(bot, method.stringValue(), new Parameters(values, Map.of())).subscribe();
    }
  }

  private static Map<String, JsonNode> json(byte[] body) {
    Map<String, JsonNode> values = new HashMap<>();
    try {
      JSON.readTree(body)
          .properties()
          .forEach(field -> values.put(field.getKey(), field.getValue()));
    } catch (JacksonException malformed) {
      return Map.of();
    }
    return values;
  }

  private static Map<String, JsonNode> form(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    if (!text.contains("method=")) {
      return Map.of();
    }
    Map<String, JsonNode> values = new HashMap<>();
    try {
      UriComponentsBuilder.newInstance()
          .query(text)
          .build()
          .getQueryParams()
          .forEach((name, all) -> values.put(name, decoded(all.getFirst())));
    } catch (IllegalArgumentException malformed) {
      return Map.of();
    }
    return values;
  }

  private static JsonNode decoded(@Nullable String value) {
    String text = value == null ? "" : value.replace('+', ' ');
    return JsonNodeFactory.instance.stringNode(UriUtils.decode(text, StandardCharsets.UTF_8));
  }
}
