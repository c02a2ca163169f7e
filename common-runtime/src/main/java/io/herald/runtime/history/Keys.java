package io.herald.runtime.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.topic.Topics;
import io.herald.runtime.index.IndexSpec;
import java.util.List;

/**
 * Where the history lies in Redis; {@code accepted.lua} and {@code happened.lua} write there. All
 * of it is in one slot of a cluster, so that one script sees it whole.
 */
final class Keys {

  static final IndexSpec INDEX =
      new IndexSpec("history", List.of(Topics.NOTIFICATIONS, Topics.DELIVERIES));

  private static final String ROOT = "history:{" + INDEX.name() + "}";

  private Keys() {}

  /** What all keys begin with. */
  static byte[] root() {
    return bytes(ROOT);
  }

  /** JSON: what was asked for. */
  static byte[] request(String id) {
    return bytes(ROOT + ":request:" + id);
  }

  /** Hash: what has become of a notification as a whole. */
  static byte[] notification(String id) {
    return bytes(ROOT + ":notification:" + id);
  }

  /** Hash: a notification's messages, each at its latest state. */
  static byte[] messages(String id) {
    return bytes(ROOT + ":messages:" + id);
  }

  /** List: ids of a notification's messages, in the order in which they became known. */
  static byte[] order(String id) {
    return bytes(ROOT + ":order:" + id);
  }

  /** List: a notification's latest changes. */
  static byte[] trace(String id) {
    return bytes(ROOT + ":trace:" + id);
  }

  /** Sorted set: ids of all notifications by the time of their acceptance. */
  static byte[] all() {
    return bytes(ROOT + ":all");
  }

  /** Sorted set: ids of a person's notifications by the time of their acceptance. */
  static byte[] ofUser(String user) {
    return bytes(ROOT + ":user:" + user);
  }

  /** Stream: what changed for a person. */
  static byte[] stream(String user) {
    return bytes(ROOT + ":stream:" + user);
  }

  /** Channel: JSON lists of people for whom something has changed. */
  static byte[] changed() {
    return bytes(ROOT + ":changed");
  }

  static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
