package io.herald.bot.access;

import io.herald.bot.update.Person;
import io.herald.model.access.AccessChange;
import io.herald.model.access.Role;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides who may use the bots. The configuration is the beginning: everybody without a list, else
 * those on it, and the admins. What admins said since then wins, but not over configured admins.
 */
public final class AllowList {

  /** Lets everybody in. */
  public static final AllowList OPEN = new AllowList(Set.of(), Set.of());

  private final Set<Long> allowed;
  private final Set<Long> admins;
  private final AccessChanges changes;

  /**
   * A list of user ids that nobody changes.
   *
   * @param allowed empty: everybody may use the bots
   * @param admins are always allowed
   */
  public AllowList(Set<Long> allowed, Set<Long> admins) {
    this(allowed, admins, AccessChanges.NONE);
  }

  AllowList(Set<Long> allowed, Set<Long> admins, AccessChanges changes) {
    this.allowed = allowed;
    this.admins = admins;
    this.changes = changes;
  }

  /** Whether that person may use the bots. */
  public boolean allows(Person person) {
    return role(person.id()) != Role.DENIED;
  }

  /** Whether that person is an admin of the bots. */
  public boolean isAdmin(Person person) {
    return role(person.id()) == Role.ADMIN;
  }

  /** Whether that person is an admin by configuration, which nobody can change from a chat. */
  public boolean isConfiguredAdmin(long user) {
    return admins.contains(user);
  }

  /**
   * What that person may.
   *
   * @throws AccessUnknown while that can't be told yet
   */
  public Role role(long user) {
    return isConfiguredAdmin(user)
        ? Role.ADMIN
        : changes.about(user).map(AccessChange::role).orElseGet(() -> configured(user));
  }

  private Role configured(long user) {
    if (isConfiguredAdmin(user)) {
      return Role.ADMIN;
    }
    return isOpen() || allowed.contains(user) ? Role.ALLOWED : Role.DENIED;
  }

  /** Whether an admin has said what that person may; they may have been an admin before. */
  public boolean wasChanged(Person person) {
    return changes.about(person.id()).isPresent();
  }

  /** The last change that an admin made for that person; empty when there is none. */
  Optional<AccessChange> lastChange(long user) {
    return changes.about(user);
  }

  /**
   * Everybody of whom something is said, by user id: admins first, who is denied last.
   *
   * @throws AccessUnknown while that can't be told yet
   */
  public Map<Long, Role> named() {
    Map<Long, Role> roles = new LinkedHashMap<>();
    allowed.forEach(user -> roles.put(user, configured(user)));
    changes.all().forEach(change -> roles.put(change.user(), change.role()));
    admins.forEach(user -> roles.put(user, Role.ADMIN));
    Map<Long, Role> sorted = new LinkedHashMap<>();
    roles.entrySet().stream()
        .sorted(
            Map.Entry.<Long, Role>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(it -> sorted.put(it.getKey(), it.getValue()));
    return sorted;
  }

  /** What that person is told who may not. */
  public String refusal(Person person) {
    return "Sorry, this bot is not open to you; ask its operator to let in your user id "
        + person.id()
        + '.';
  }

  /** Whether everybody may whom no admin has denied. */
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
