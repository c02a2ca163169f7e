package io.herald.emulator.update;

import java.time.Duration;
import java.util.Set;

/** What Telegram says about kinds of updates: which are sent by default, and how long they live. */
public final class UpdateKinds {
  /** Sent only to bots that name them in {@code allowed_updates}. */
  private static final Set<String> ON_REQUEST =
      Set.of("chat_member", "message_reaction", "message_reaction_count");

  private static final Duration MESSAGE = Duration.ofHours(24);
  private static final Duration QUERY = Duration.ofSeconds(150);
  private static final Duration INLINE = Duration.ofSeconds(30);

  private UpdateKinds() {}

  /** An empty set means the default. */
  static boolean isAllowed(String kind, Set<String> allowed) {
    return allowed.isEmpty() ? !ON_REQUEST.contains(kind) : allowed.contains(kind);
  }

  public static Duration lifetime(String kind) {
    return switch (kind) {
      case "callback_query", "shipping_query", "pre_checkout_query" -> QUERY;
      case "inline_query" -> INLINE;
      default -> MESSAGE;
    };
  }
}
