package io.herald.emulator.live;

import java.util.function.Supplier;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;

/** Tells pages what happens. A page that is too slow loses events, nobody else notices. */
public final class LiveEvents {
  private static final int BUFFER = 4_096;

  /** One event. */
  public record Event(String name, JsonNode data) {}

  private final Sinks.Many<Event> sink = Sinks.many().multicast().directBestEffort();
  private final Sinks.Empty<Void> closed = Sinks.empty();

  /** The data is only made if somebody watches. */
  public void tell(String name, Supplier<JsonNode> data) {
    if (sink.currentSubscriberCount() > 0) {
      Event event = new Event(name, data.get());
      synchronized (this) {
        sink.tryEmitNext(event);
      }
    }
  }

  public Flux<Event> watch() {
    return sink.asFlux()
        .onBackpressureBuffer(BUFFER, lost -> {}, BufferOverflowStrategy.DROP_OLDEST);
  }

  /** Completes when the streams are to end, so that the server can stop. */
  public Mono<Void> closed() {
    return closed.asMono();
  }

  public void close() {
    closed.tryEmitEmpty();
  }
}
