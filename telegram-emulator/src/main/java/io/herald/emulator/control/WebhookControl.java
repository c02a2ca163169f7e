package io.herald.emulator.control;

import io.herald.emulator.webhook.DeliveryLog;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What became of updates. */
@RestController
@RequestMapping("/control/webhooks")
final class WebhookControl {
  private final Known known;
  private final DeliveryLog log;

  WebhookControl(Known known, DeliveryLog log) {
    this.known = known;
    this.log = log;
  }

  @GetMapping("/log")
  ObjectNode log(
      @RequestParam(name = "since", defaultValue = "0") long since,
      @RequestParam(name = "limit", defaultValue = "1000") int limit,
      @RequestParam(name = "bot", required = false) @Nullable String bot,
      @RequestParam(name = "update_id", required = false) @Nullable Integer updateId) {
    Long botId = known.botId(bot);
    long last = log.lastSeq();
    List<DeliveryLog.Delivery> found =
        log.since(
            since,
            limit,
            delivery ->
                (botId == null || botId == delivery.bot())
                    && (updateId == null || updateId == delivery.updateId()));
    long next = found.size() == limit ? found.getLast().seq() : Math.max(since, last);
    ObjectNode page = ReadControl.page(next, log.oldestSeq());
    ArrayNode items = page.putArray("items");
    found.forEach(delivery -> items.add(item(delivery)));
    return page;
  }

  private static ObjectNode item(DeliveryLog.Delivery delivery) {
    ObjectNode item = JsonNodeFactory.instance.objectNode();
    item.put("seq", delivery.seq()).put("bot", delivery.bot());
    item.put("update_id", delivery.updateId()).put("kind", delivery.kind());
    item.put("queue", delivery.queue()).put("created_ms", delivery.createdMs());
    item.put("state", delivery.state().name().toLowerCase(Locale.ROOT));
    item.put(
        "acknowledged_ms",
        delivery.acknowledgedMs() == 0 ? null : (Long) delivery.acknowledgedMs());
    ArrayNode attempts = item.putArray("attempts");
    for (DeliveryLog.Attempt attempt : delivery.attempts()) {
      attempts
          .addObject()
          .put("at_ms", attempt.atMs())
          .put("duration_ms", attempt.durationMs())
          .put("status", attempt.status())
          .put("error", attempt.error());
    }
    return item;
  }

  @GetMapping("/acknowledged")
  ObjectNode acknowledged(@RequestParam(name = "bot", required = false) @Nullable String bot) {
    List<Integer> ids = log.acknowledged(known.botId(bot));
    ObjectNode view = JsonNodeFactory.instance.objectNode().put("count", ids.size());
    ArrayNode array = view.putArray("update_ids");
    ids.forEach(id -> array.add(id.intValue()));
    return view;
  }
}
