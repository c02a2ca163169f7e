package io.herald.telegram.flood;

import org.jspecify.annotations.Nullable;

/**
 * Tells a bot that is too fast from a chat that is. Telegram's 429 gives no scope; when two chats
 * get one within a moment it is the bot's. What comes in while the bot is frozen belongs to the
 * same incident. Times in microseconds.
 */
final class Incidents {

  static final long MOMENT = 2_000_000;

  /** What a report means. */
  enum Meaning {
    /** A matter of one chat. */
    CHAT,
    /** The bot was too fast. */
    NEW,
    /** The same incident; it may last longer. */
    SAME
  }

  private @Nullable String chat;
  private long at;
  private long until;
  private long frozenUntil;

  /** Notes a 429 of a chat. */
  Meaning report(String reporter, long now, long reporterUntil) {
    boolean several = chat != null && !chat.equals(reporter) && now - at <= MOMENT;
    Meaning meaning =
        !several || (now >= frozenUntil && at < frozenUntil)
            ? Meaning.CHAT
            : now < frozenUntil ? Meaning.SAME : Meaning.NEW;
    if (meaning != Meaning.CHAT) {
      // Only as long as two of them say: a slow group's own pause must not stop the bot.
      frozenUntil = Math.max(frozenUntil, Math.min(until, reporterUntil));
    }
    chat = reporter;
    at = now;
    until = reporterUntil;
    return meaning;
  }

  long frozenUntil() {
    return frozenUntil;
  }
}
