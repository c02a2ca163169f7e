package io.herald.gateway.ingest;

/**
 * An update at the door.
 *
 * @param bot name of the bot that it is for
 * @param head what was read of it
 * @param bytes the update as Telegram sent it, untouched
 * @param receivedAt when it came in, milliseconds since the epoch
 */
public record IncomingUpdate(String bot, UpdateHead head, byte[] bytes, long receivedAt) {

  /** The Kafka key: updates of one chat keep their order. */
  String key() {
    return head.key().isEmpty() ? bot : head.key();
  }

  /** The Redis key of its claim. The braces keep a bot's claims in one slot of a cluster. */
  String claimKey() {
    return "upd:{" + bot + "}:" + head.updateId();
  }
}
