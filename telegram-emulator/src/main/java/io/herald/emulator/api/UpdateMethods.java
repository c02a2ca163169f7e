package io.herald.emulator.api;

import io.herald.emulator.flood.FloodControl;
import io.herald.emulator.update.Bot;
import io.herald.emulator.update.LongPoll;
import io.herald.emulator.update.PollUpdates;
import io.herald.emulator.update.Update;
import io.herald.emulator.webhook.WebhookSettings;
import io.herald.emulator.webhook.WebhookStatus;
import io.herald.emulator.webhook.Webhooks;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** getUpdates, setWebhook, deleteWebhook, getWebhookInfo. */
final class UpdateMethods {
  private static final int LONGEST_POLL_SECONDS = 50;
  private static final int MOST_UPDATES = 100;
  private static final int MOST_CONNECTIONS = 100;
  private static final int DEFAULT_CONNECTIONS = 40;
  private static final int LONGEST_SECRET = 256;

  /** Telegram takes one setWebhook with an address per second; free when all limits are off. */
  private static final long SET_PAUSE_MS = 1_000;

  private final Clock clock;
  private final Webhooks webhooks;
  private final PollUpdates poll;
  private final FloodControl flood;
  private final Map<Long, Long> lastSetMs = new ConcurrentHashMap<>();

  UpdateMethods(Clock clock, Webhooks webhooks, PollUpdates poll, FloodControl flood) {
    this.clock = clock;
    this.webhooks = webhooks;
    this.poll = poll;
    this.flood = flood;
  }

  void addTo(Map<String, BotMethod> methods) {
    methods.put("getupdates", this::getUpdates);
    methods.put("setwebhook", BotMethod.direct(this::setWebhook));
    methods.put("deletewebhook", BotMethod.direct(this::deleteWebhook));
    methods.put("getwebhookinfo", BotMethod.direct(this::getWebhookInfo));
  }

  private Mono<Answer> getUpdates(Call call) {
    if (webhooks.status(call.bot()).isSet()) {
      throw Refusal.conflict(
          "can't use getUpdates method while webhook is active; use deleteWebhook to delete the"
              + " webhook first");
    }
    allowUpdates(call);
    Parameters given = call.parameters();
    return poll.poll(
            call.bot(),
            given.integer("offset", 0),
            given.integer("limit", MOST_UPDATES, 1, MOST_UPDATES),
            given.integer("timeout", 0, 0, LONGEST_POLL_SECONDS))
        .map(UpdateMethods::answer);
  }

  private static Answer answer(PollUpdates.Polled polled) {
    return switch (polled) {
      case PollUpdates.Updates(List<Update> updates) -> Answer.ok(array(updates));
      case PollUpdates.Interrupted(LongPoll.Ended reason) ->
          Answer.error(
              409,
              reason == LongPoll.Ended.WEBHOOK_SET
                  ? "Conflict: terminated by setWebhook request"
                  : "Conflict: terminated by other getUpdates request; make sure that only one bot"
                      + " instance is running");
    };
  }

  private static ArrayNode array(List<Update> updates) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode(updates.size());
    updates.forEach(update -> array.add(JsonMapper.shared().readTree(update.json())));
    return array;
  }

  /** A list that is no array of known form changes nothing, as at Telegram. */
  private static void allowUpdates(Call call) {
    JsonNode given = call.parameters().json("allowed_updates", "can't parse allowed updates");
    if (given == null || !given.isArray()) {
      return;
    }
    Set<String> kinds = new TreeSet<>();
    given.forEach(kind -> kinds.add(kind.asString("")));
    call.bot().allowUpdates(kinds);
  }

  private Answer setWebhook(Call call) {
    String url = call.text("url").strip();
    if (url.isEmpty()) {
      return deleteWebhook(call);
    }
    refuseHaste(call.bot());
    WebhookSettings settings = read(call, url);
    boolean drop = call.parameters().flag("drop_pending_updates");
    boolean same = settings.equals(webhooks.status(call.bot()).settings()) && !drop;
    allowUpdates(call);
    if (same) {
      return Answer.done("Webhook is already set");
    }
    if (drop) {
      webhooks.dropPending(call.bot());
    }
    webhooks.set(call.bot(), settings);
    return Answer.done("Webhook was set");
  }

  private void refuseHaste(Bot bot) {
    long nowMs = clock.millis();
    Long last = lastSetMs.get(bot.id());
    boolean hasty = last != null && nowMs - last < SET_PAUSE_MS;
    if (hasty && !flood.limits().global().isOff()) {
      throw Refusal.of(Answer.tooManyRequests(1));
    }
    lastSetMs.put(bot.id(), nowMs);
  }

  private static WebhookSettings read(Call call, String url) {
    String address = url.contains("://") ? url : "https://" + url;
    URI uri = uri(address);
    if (uri.getScheme().equalsIgnoreCase("http") && !isLoopback(uri.getHost())) {
      throw Refusal.badRequest("bad webhook: An HTTPS URL must be provided for webhook");
    }
    String secret = call.text("secret_token");
    if (secret.length() > LONGEST_SECRET) {
      throw Refusal.badRequest("secret token is too long");
    }
    if (!secret.matches("[A-Za-z0-9_-]*")) {
      throw Refusal.badRequest("secret token contains unallowed characters");
    }
    int connections =
        call.parameters().integer("max_connections", DEFAULT_CONNECTIONS, 1, MOST_CONNECTIONS);
    boolean certificate = call.parameters().file("certificate") != null;
    String ip = isLoopback(uri.getHost()) ? "127.0.0.1" : call.text("ip_address");
    return new WebhookSettings(address, secret, connections, certificate, ip);
  }

  private static URI uri(String address) {
    try {
      URI uri = URI.create(address);
      boolean web = uri.getScheme().matches("(?i)https?");
      if (web && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException malformed) {
      // Answered below, in the same words as an address of another kind.
    }
    throw Refusal.badRequest("invalid webhook URL specified");
  }

  private static boolean isLoopback(@Nullable String host) {
    return host != null
        && (host.equalsIgnoreCase("localhost")
            || host.startsWith("127.")
            || host.equals("[::1]")
            || host.endsWith(".localhost"));
  }

  private Answer deleteWebhook(Call call) {
    Bot bot = call.bot();
    boolean was = webhooks.status(bot).isSet();
    if (was) {
      webhooks.remove(bot);
    }
    if (call.parameters().flag("drop_pending_updates")) {
      webhooks.dropPending(bot);
    }
    return Answer.done(was ? "Webhook was deleted" : "Webhook is already deleted");
  }

  private Answer getWebhookInfo(Call call) {
    WebhookStatus status = webhooks.status(call.bot());
    WebhookSettings settings = status.settings();
    ObjectNode info = JsonNodeFactory.instance.objectNode();
    info.put("url", settings == null ? "" : settings.url());
    info.put("has_custom_certificate", settings != null && settings.certificate());
    info.put("pending_update_count", call.bot().updates().size());
    if (settings != null) {
      info.put("max_connections", settings.maxConnections());
      if (!settings.ipAddress().isEmpty()) {
        info.put("ip_address", settings.ipAddress());
      }
    }
    if (status.lastErrorMs() != 0) {
      info.put("last_error_date", status.lastErrorMs() / 1_000);
      info.put("last_error_message", status.lastError());
    }
    if (!call.bot().allowedUpdates().isEmpty()) {
      ArrayNode allowed = info.putArray("allowed_updates");
      new TreeSet<>(call.bot().allowedUpdates()).forEach(allowed::add);
    }
    return Answer.ok(info);
  }
}
