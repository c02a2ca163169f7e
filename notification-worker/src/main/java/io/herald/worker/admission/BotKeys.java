package io.herald.worker.admission;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The keys of one bot in Redis, all in one slot of a cluster, so that a script may use them
 * together.
 */
record BotKeys(String bot) {

  /** The bot's budget and what was learned, packed. */
  byte[] budget() {
    return bytes("flood:{" + bot + "}");
  }

  /** When the chat's budget will be full; with edits, {@code calls:edits}. */
  byte[] chat(String chat) {
    return bytes("flood:{" + bot + "}:" + chat);
  }

  /** {@code sending:<process>}, then {@code sent:<Telegram's id>}. */
  byte[] message(String id) {
    return bytes("out:{" + bot + "}:" + id);
  }

  /** Telegram's id of the message that the replace key stands for. */
  byte[] replaced(String chat, String replaceKey) {
    return bytes("replace:{" + bot + "}:" + chat + ":" + replaceKey);
  }

  private static byte[] bytes(String key) {
    return key.getBytes(UTF_8);
  }
}
