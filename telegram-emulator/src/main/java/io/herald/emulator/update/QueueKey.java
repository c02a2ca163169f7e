package io.herald.emulator.update;

import java.util.Locale;

/** Names a delivery queue: updates of one queue are delivered one after the other. */
public record QueueKey(Scope scope, long id) {
  public enum Scope {
    CHAT,
    USER,
    UPDATE
  }

  public static QueueKey chat(long id) {
    return new QueueKey(Scope.CHAT, id);
  }

  public static QueueKey user(long id) {
    return new QueueKey(Scope.USER, id);
  }

  @Override
  public String toString() {
    return scope.name().toLowerCase(Locale.ROOT) + ":" + id;
  }
}
