package io.herald.emulator.control;

import io.herald.emulator.update.Bot;
import io.herald.emulator.update.Bots;
import io.herald.emulator.webhook.WebhookSettings;
import io.herald.emulator.webhook.WebhookStatus;
import io.herald.emulator.webhook.Webhooks;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Bots; answers never hold a token. */
@RestController
@RequestMapping("/control/bots")
final class BotControl {
  /** How long after a getUpdates call a bot counts as polling. */
  private static final long POLLING_MS = 60_000;

  record NewBot(@Nullable String token, @Nullable String username, @Nullable String firstName) {
    @Override
    public String toString() {
      return "NewBot[" + username + "]";
    }
  }

  private final Bots bots;
  private final Webhooks webhooks;
  private final Clock clock;

  BotControl(Bots bots, Webhooks webhooks, Clock clock) {
    this.bots = bots;
    this.webhooks = webhooks;
    this.clock = clock;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ObjectNode register(@RequestBody NewBot request) {
    String token = Known.required("token", request.token);
    Bot bot = bots.register(token, request.username, request.firstName);
    if (bot == null) {
      throw new IllegalArgumentException(
          "token must look like 123456:ABC-DEF, and its number must not be taken");
    }
    return view(bot);
  }

  @GetMapping
  List<ObjectNode> all() {
    return bots.all().stream().map(this::view).toList();
  }

  private ObjectNode view(Bot bot) {
    WebhookStatus status = webhooks.status(bot);
    WebhookSettings settings = status.settings();
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("id", bot.id()).put("username", bot.username()).put("first_name", bot.firstName());
    view.put("webhook_url", settings == null ? "" : settings.url());
    view.put("max_connections", settings == null ? 0 : settings.maxConnections());
    view.put("polling", isPolling(bot));
    view.put("pending_update_count", bot.updates().size());
    view.put("last_error_message", status.lastError());
    view.put("last_error_date", status.lastErrorMs() == 0 ? null : status.lastErrorMs() / 1_000);
    JsonNode commands = bot.commands().get("");
    view.set("commands", commands == null ? JsonNodeFactory.instance.arrayNode() : commands);
    view.set("chat_commands", chatCommands(bot));
    return view;
  }

  /** What is offered in single chats, by the chat's id. */
  private static ObjectNode chatCommands(Bot bot) {
    ObjectNode chats = JsonNodeFactory.instance.objectNode();
    bot.commands()
        .forEach((key, commands) -> {
          if (key.matches("chat:-?[0-9]+")) {
            chats.set(key.substring("chat:".length()), commands);
          }
        });
    return chats;
  }

  private boolean isPolling(Bot bot) {
    boolean recent = clock.millis() - bot.longPoll().lastCallMs() < POLLING_MS;
    return bot.longPoll().isWaiting() || recent;
  }
}
