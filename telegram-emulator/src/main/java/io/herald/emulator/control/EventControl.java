package io.herald.emulator.control;

import io.herald.emulator.live.LiveEvents;
import java.time.Duration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/** Live events. */
@RestController
final class EventControl {
  private static final Duration HEARTBEAT = Duration.ofSeconds(20);

  private final LiveEvents events;

  EventControl(LiveEvents events) {
    this.events = events;
  }

  @GetMapping(path = "/control/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  Flux<ServerSentEvent<JsonNode>> watch() {
    Flux<ServerSentEvent<JsonNode>> heartbeat =
        Flux.interval(Duration.ZERO, HEARTBEAT)
            .map(beat -> ServerSentEvent.<JsonNode>builder().comment("alive").build());
    Flux<ServerSentEvent<JsonNode>> told =
        events
            .watch()
            .map(event -> ServerSentEvent.builder(event.data()).event(event.name()).build());
    return told.mergeWith(heartbeat).takeUntilOther(events.closed());
  }

  /** Before the server waits for open requests: the streams never end by themselves. */
  @EventListener
  void stopping(ContextClosedEvent stopping) {
    events.close();
  }
}
