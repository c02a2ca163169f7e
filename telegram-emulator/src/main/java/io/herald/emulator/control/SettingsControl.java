package io.herald.emulator.control;

import io.herald.emulator.flood.FloodControl;
import io.herald.emulator.flood.Limit;
import io.herald.emulator.flood.Limits;
import io.herald.emulator.live.LiveEvents;
import io.herald.emulator.tuning.Tuning;
import io.herald.emulator.update.Bots;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Limits and settings, changed while running. */
@RestController
@RequestMapping("/control")
final class SettingsControl {
  record NewLimits(
      @Nullable String global,
      @Nullable String chat,
      @Nullable String group,
      @Nullable Integer chatBurst,
      @Nullable Boolean off) {}

  record NewSettings(
      @Nullable Long latencyMs,
      @Nullable Double webhookTimeScale,
      @Nullable Boolean strictTokens) {}

  private final FloodControl flood;
  private final Tuning tuning;
  private final Bots bots;
  private final LiveEvents events;

  SettingsControl(FloodControl flood, Tuning tuning, Bots bots, LiveEvents events) {
    this.flood = flood;
    this.tuning = tuning;
    this.bots = bots;
    this.events = events;
  }

  @GetMapping("/limits")
  ObjectNode limits() {
    Limits limits = flood.limits();
    return JsonNodeFactory.instance
        .objectNode()
        .put("global", limits.global().toString())
        .put("chat", limits.chat().toString())
        .put("group", limits.group().toString())
        .put("chat_burst", limits.chatBurst());
  }

  @PutMapping("/limits")
  ObjectNode changeLimits(@RequestBody NewLimits request) {
    Limits old = flood.limits();
    int burst = request.chatBurst == null ? old.chatBurst() : request.chatBurst;
    Limits changed =
        Boolean.TRUE.equals(request.off)
            ? new Limits(Limit.OFF, Limit.OFF, Limit.OFF, burst)
            : new Limits(
                limit("global", request.global, old.global()),
                limit("chat", request.chat, old.chat()),
                limit("group", request.group, old.group()),
                burst);
    flood.change(changed);
    events.tell("settings", this::limits);
    return limits();
  }

  private static Limit limit(String name, @Nullable String text, Limit old) {
    return text == null ? old : Limit.parse(name, text);
  }

  @GetMapping("/settings")
  ObjectNode settings() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("latency_ms", tuning.values().latencyMs())
        .put("webhook_time_scale", tuning.values().webhookTimeScale())
        .put("strict_tokens", bots.isStrict());
  }

  @PutMapping("/settings")
  ObjectNode changeSettings(@RequestBody NewSettings request) {
    Tuning.Values old = tuning.values();
    tuning.change(
        new Tuning.Values(
            request.latencyMs == null ? old.latencyMs() : request.latencyMs,
            request.webhookTimeScale == null ? old.webhookTimeScale() : request.webhookTimeScale));
    if (request.strictTokens != null) {
      bots.beStrict(request.strictTokens);
    }
    events.tell("settings", this::settings);
    return settings();
  }
}
