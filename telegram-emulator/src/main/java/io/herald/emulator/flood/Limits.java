package io.herald.emulator.flood;

/**
 * The limits in force.
 *
 * @param global per bot
 * @param chat per private chat
 * @param group per group
 * @param chatBurst messages that a private chat takes at once after a pause, at least 1
 */
public record Limits(Limit global, Limit chat, Limit group, int chatBurst) {
  public static final Limits OFF = new Limits(Limit.OFF, Limit.OFF, Limit.OFF, 1);

  public Limits {
    if (chatBurst < 1 || chatBurst > 1_000_000) {
      throw new IllegalArgumentException("chat_burst must be between 1 and 1000000");
    }
  }
}
