package io.herald.runtime.kafka;

import reactor.core.publisher.Mono;

/** What a service does with one record. */
@FunctionalInterface
public interface RecordHandler {

  /**
   * Handles the record; it may be handed over again after a crash, so the outcome must be the same.
   *
   * @return completes when everything that follows from the record is durable. A {@link
   *     io.herald.model.json.MalformedRecord} makes it a dead letter at once. While Kafka is away,
   *     or the error says {@link TryAgainLater}, it is tried again until it works; after any other
   *     error a few times over some seconds, and then it is a dead letter as well.
   */
  Mono<Void> handle(Received received);
}
