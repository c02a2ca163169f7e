package io.herald.bot.command;

import io.herald.bot.access.AllowList;
import io.herald.bot.update.Person;

/** Who may use a command. For everybody else it is as if it did not exist. */
public enum Audience {
  /** Whoever may use the bots. */
  EVERYBODY,
  /** The bots' admins. */
  ADMINS;

  /** Whether that person is one of them. */
  boolean includes(Person person, AllowList allowList) {
    return this == EVERYBODY || allowList.isAdmin(person);
  }
}
