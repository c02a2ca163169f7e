package io.herald.gateway.schedule;

import io.herald.model.schedule.Owner;
import io.herald.model.schedule.Schedule;
import io.herald.runtime.access.Caller;
import io.herald.runtime.access.Scope;
import java.util.Optional;

/**
 * Who asks for schedules or changes them.
 *
 * @param name the API key's name or the person's id; no secret
 * @param user the person that schedules are made for and shown to; empty: a program
 * @param isAdmin whether everybody's schedules are shown and may be changed
 * @param maySend whether schedules may send to others
 */
public record Actor(String name, Optional<String> user, boolean isAdmin, boolean maySend) {

  /** A person on the page. */
  public static Actor person(String user, boolean isAdmin) {
    return new Actor(user, Optional.of(user), isAdmin, isAdmin);
  }

  static Actor of(Caller caller) {
    boolean isAdmin = caller.may(Scope.ADMIN);
    return new Actor(
        caller.name(), caller.user(), isAdmin, isAdmin || caller.may(Scope.NOTIFY_SEND));
  }

  /** Whether that schedule is there for them. */
  boolean sees(Schedule schedule) {
    return isAdmin || user.isPresent() && user.get().equals(schedule.owner().user());
  }

  /** Who the schedules belong to that they make. */
  Owner asOwner() {
    return user.map(Owner::user).orElse(Owner.OPERATORS);
  }
}
