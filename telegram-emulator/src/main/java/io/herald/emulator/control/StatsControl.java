package io.herald.emulator.control;

import io.herald.emulator.journal.Latencies;
import io.herald.emulator.journal.MethodCounts;
import io.herald.emulator.update.Bots;
import io.herald.emulator.webhook.DeliveryLog;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Figures, and back to the beginning. */
@RestController
@RequestMapping("/control")
final class StatsControl {
  record Scope(@Nullable Boolean bots) {}

  private final MethodCounts counts;
  private final Latencies latencies;
  private final DeliveryLog deliveries;
  private final Bots bots;
  private final ResetEmulator reset;

  StatsControl(
      MethodCounts counts,
      Latencies latencies,
      DeliveryLog deliveries,
      Bots bots,
      ResetEmulator reset) {
    this.counts = counts;
    this.latencies = latencies;
    this.deliveries = deliveries;
    this.bots = bots;
    this.reset = reset;
  }

  @GetMapping("/stats")
  ObjectNode stats() {
    ObjectNode stats = JsonNodeFactory.instance.objectNode();
    Map<String, Map<Integer, Long>> all = counts.all();
    stats.set("requests", requests(all));
    stats.set("reply_latency_ms", ReadControl.view(latencies.summary()));
    stats
        .putObject("outgoing")
        .put("messages", accepted(all, "send"))
        .put("edits", accepted(all, "edit"));
    DeliveryLog.Totals totals = deliveries.totals();
    stats
        .putObject("webhooks")
        .put("pending", bots.all().stream().mapToInt(bot -> bot.updates().size()).sum())
        .put("delivered", totals.delivered())
        .put("attempts", totals.attempts())
        .put("failures", totals.failures())
        .put("expired", totals.expired());
    return stats;
  }

  private static ObjectNode requests(Map<String, Map<Integer, Long>> all) {
    ObjectNode requests = JsonNodeFactory.instance.objectNode();
    long total = 0;
    long limited = 0;
    ObjectNode methods = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, Map<Integer, Long>> each : all.entrySet()) {
      long calls = each.getValue().values().stream().mapToLong(Long::longValue).sum();
      ObjectNode method = methods.putObject(each.getKey());
      method.put("calls", calls).put("ok", each.getValue().getOrDefault(200, 0L));
      ObjectNode statuses = method.putObject("statuses");
      each.getValue().forEach((status, count) -> statuses.put(status.toString(), count));
      total += calls;
      limited += each.getValue().getOrDefault(429, 0L);
    }
    requests.put("total", total).put("too_many_requests", limited);
    requests.set("methods", methods);
    return requests;
  }

  private static long accepted(Map<String, Map<Integer, Long>> all, String prefix) {
    return all.entrySet().stream()
        .filter(each -> each.getKey().startsWith(prefix) && !each.getKey().endsWith("Action"))
        .mapToLong(each -> each.getValue().getOrDefault(200, 0L))
        .sum();
  }

  @PostMapping("/stats/reset")
  Map<String, Boolean> resetStats() {
    reset.stats();
    return Map.of("reset", true);
  }

  @PostMapping("/reset")
  Map<String, Boolean> resetAll(@RequestBody(required = false) @Nullable Scope scope) {
    reset.everything(scope != null && Boolean.TRUE.equals(scope.bots));
    return Map.of("reset", true);
  }
}
