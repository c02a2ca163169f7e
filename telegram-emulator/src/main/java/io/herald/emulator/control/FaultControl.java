package io.herald.emulator.control;

import io.herald.emulator.fault.Fault;
import io.herald.emulator.fault.FaultKind;
import io.herald.emulator.fault.Faults;
import io.herald.emulator.live.LiveEvents;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Faults. */
@RestController
@RequestMapping("/control/faults")
final class FaultControl {
  record NewFault(
      @Nullable String kind,
      @Nullable String bot,
      @Nullable String method,
      @Nullable Long chat,
      @Nullable Integer times,
      @Nullable Long delayMs,
      @Nullable Integer status,
      @Nullable String description,
      @Nullable Integer retryAfter,
      @Nullable Long migrateToChatId) {}

  private final Known known;
  private final Faults faults;
  private final LiveEvents events;

  FaultControl(Known known, Faults faults, LiveEvents events) {
    this.known = known;
    this.faults = faults;
    this.events = events;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ObjectNode add(@RequestBody NewFault request) {
    if (request.times != null && request.times < 1) {
      throw new IllegalArgumentException("times must be at least 1, or absent: until removed");
    }
    Fault fault =
        new Fault(
            kind(Known.required("kind", request.kind)),
            known.botId(request.bot),
            request.method,
            request.chat,
            request.times == null ? 0 : request.times,
            request.delayMs == null ? 0 : request.delayMs,
            request.status == null ? 500 : request.status,
            request.description,
            request.retryAfter == null ? 0 : request.retryAfter,
            request.migrateToChatId == null ? 0 : request.migrateToChatId);
    ObjectNode added = view(faults.add(fault));
    tellAll();
    return added;
  }

  private static FaultKind kind(String name) {
    try {
      return FaultKind.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException(
          "kind must be one of " + List.of(FaultKind.values()).toString().toLowerCase(Locale.ROOT),
          unknown);
    }
  }

  @GetMapping
  List<ObjectNode> all() {
    return faults.all().stream().map(FaultControl::view).toList();
  }

  @DeleteMapping("/{id}")
  Map<String, Integer> remove(@PathVariable("id") long id) {
    return removed(faults.remove(id));
  }

  @DeleteMapping
  Map<String, Integer> clear() {
    return removed(faults.clear());
  }

  private Map<String, Integer> removed(int count) {
    tellAll();
    return Map.of("removed", count);
  }

  private void tellAll() {
    events.tell("settings", () -> JsonNodeFactory.instance.objectNode().put("faults", true));
  }

  private static ObjectNode view(Faults.Armed armed) {
    Fault fault = armed.fault();
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("id", armed.id()).put("kind", fault.kind().name().toLowerCase(Locale.ROOT));
    view.put("bot", fault.bot()).put("method", fault.method()).put("chat", fault.chat());
    view.put("times", fault.times() == 0 ? null : (Integer) fault.times());
    view.put("hits", armed.hits()).put("delay_ms", fault.delayMs());
    switch (fault.kind()) {
      case STATUS -> view.put("status", fault.status());
      case RETRY_AFTER -> view.put("retry_after", fault.retryAfter());
      case MIGRATED -> view.put("migrate_to_chat_id", fault.migrateTo());
      default -> {
        // The other kinds have no figures of their own.
      }
    }
    return view.put("description", fault.description());
  }
}
