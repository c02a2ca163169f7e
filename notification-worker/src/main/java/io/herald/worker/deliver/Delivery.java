package io.herald.worker.deliver;

import io.herald.model.message.OutboundMessage;
import io.herald.model.topic.Lane;
import io.herald.runtime.kafka.Received;

/**
 * A message on its way.
 *
 * @param received the record that it came with
 * @param lane how urgent it is
 * @param attempt how far it is
 */
public record Delivery(Received received, Lane lane, Attempt attempt) {

  /** What is delivered. */
  public OutboundMessage message() {
    return attempt.message();
  }
}
