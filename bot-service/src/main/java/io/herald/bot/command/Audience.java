package io.herald.bot.command;

/** Who may use a command. For everybody else it is as if it did not exist. */
public enum Audience {
  /** Whoever may use the bots. */
  EVERYBODY,
  /** The bots' admins. */
  ADMINS
}
