package io.herald.runtime.kafka;

import reactor.core.publisher.Mono;

/** What a service does with one record. */
@FunctionalInterface
public interface RecordHandler {

  /**
   * Handles the record; it may be handed over again after a crash, so the outcome must be the same.
   *
   * @return completes when everything that follows from the record is durable. A {@link
   *     io.herald.model.json.MalformedRecord} makes it a dead letter; any other error is retried.
   */
  Mono<Void> handle(Received received);
}
