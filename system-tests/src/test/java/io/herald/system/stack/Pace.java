package io.herald.system.stack;

import java.util.Map;

/**
 * How fast a bot may be: what the emulator enforces and what the workers are told, each as {@code
 * count/s} or {@code count/m}.
 *
 * @param global over all chats
 * @param chat to a private chat
 * @param group to a group
 */
public record Pace(String global, String chat, String group) {

  /** As good as no limit. */
  public static final Pace FREE = new Pace("1000000/s", "1000000/s", "1000000/s");

  /** What a worker is told. */
  Map<String, String> environment() {
    return Map.of(
        "HERALD_FLOOD_GLOBAL", global,
        "HERALD_FLOOD_CHAT", chat,
        "HERALD_FLOOD_GROUP", group,
        "HERALD_FLOOD_EDIT", group);
  }

  /** What the emulator enforces. */
  Map<String, ?> limits() {
    return this == FREE
        ? Map.of("off", true)
        : Map.of("global", global, "chat", chat, "group", group);
  }
}
