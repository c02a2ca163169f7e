package io.herald.bot.limit;

import java.time.Duration;

/** Whether it is a person's turn. */
public sealed interface Turn {

  /** It is. */
  Turn NOW = new Now();

  /** It is. */
  record Now() implements Turn {}

  /**
   * It is not.
   *
   * @param pause after which it is again
   * @param isFirst whether the person has not been told of this wait yet
   */
  record Later(Duration pause, boolean isFirst) implements Turn {

    /** What the person is told. */
    public String words() {
      long seconds = Math.max(1, (pause.toMillis() + 999) / 1000);
      return "You are sending commands faster than I may answer; please wait "
          + seconds
          + (seconds == 1 ? " second." : " seconds.");
    }
  }
}
