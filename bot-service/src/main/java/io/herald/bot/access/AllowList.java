package io.herald.bot.access;

import io.herald.bot.update.Person;
import java.util.Set;

/** Decides who may use the bots: everybody without a list, else those on it and the admins. */
public final class AllowList {

  /** Lets everybody in. */
  public static final AllowList OPEN = new AllowList(Set.of(), Set.of());

  private final Set<Long> allowed;
  private final Set<Long> admins;

  /**
   * A list of user ids.
   *
   * @param allowed empty: everybody may use the bots
   * @param admins are always allowed
   */
  public AllowList(Set<Long> allowed, Set<Long> admins) {
    this.allowed = allowed;
    this.admins = admins;
  }

  /** Whether that person may use the bots. */
  public boolean allows(Person person) {
    return isOpen() || allowed.contains(person.id()) || admins.contains(person.id());
  }

  /** Whether that person is an admin of the bots. */
  public boolean isAdmin(Person person) {
    return admins.contains(person.id());
  }

  /** What that person is told who may not. */
  public String refusal(Person person) {
    return "Sorry, this bot is not open to you; ask its operator to let in your user id "
        + person.id()
        + '.';
  }

  /** Whether everybody may. */
  public boolean isOpen() {
    return allowed.isEmpty();
  }

  /** One line for the operator at the start. */
  public String describe() {
    return isOpen()
        ? "open to everybody, because TELEGRAM_ALLOWED_USER_IDS is not set"
        : "open to " + allowed.size() + " users on the list and " + admins.size() + " admins";
  }
}
