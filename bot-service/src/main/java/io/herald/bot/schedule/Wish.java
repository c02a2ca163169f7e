package io.herald.bot.schedule;

import java.time.Instant;

/** What somebody wants to be reminded of, as far as it can be understood. */
sealed interface Wish {

  /**
   * It is understood.
   *
   * @param at when
   * @param text of what
   */
  record Reminder(Instant at, String text) implements Wish {}

  /**
   * It is not.
   *
   * @param problem what is wrong, a sentence for people
   */
  record Unclear(String problem) implements Wish {}
}
