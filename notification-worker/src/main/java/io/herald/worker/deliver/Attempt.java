package io.herald.worker.deliver;

import io.herald.model.message.OutboundMessage;

/**
 * One attempt to deliver a message.
 *
 * @param message what is sent, to its current address
 * @param number 1 for the first
 * @param unknowns how many attempts before ended without anybody knowing whether it arrived
 */
record Attempt(OutboundMessage message, int number, int unknowns) {

  static Attempt first(OutboundMessage message) {
    return new Attempt(message, 1, 0);
  }

  Attempt next() {
    return new Attempt(message, number + 1, unknowns);
  }

  Attempt nextAfterUnknown() {
    return new Attempt(message, number + 1, unknowns + 1);
  }

  Attempt nextTo(String chat) {
    return new Attempt(
        new OutboundMessage(
            message.schemaVersion(),
            message.id(),
            message.bot(),
            chat,
            message.content(),
            message.createdAt(),
            message.expiresAt(),
            message.onUnknown()),
        number + 1,
        unknowns);
  }
}
