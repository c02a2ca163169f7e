package io.herald.emulator.fault;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The faults in force, oldest first; a call meets at most one. */
public final class Faults {
  /**
   * A fault with its id.
   *
   * @param hits how often it struck
   */
  public record Armed(long id, Fault fault, int hits) {}

  private final List<Armed> armed = new ArrayList<>();
  private long lastId;
  private volatile boolean any;

  public synchronized Armed add(Fault fault) {
    Armed added = new Armed(++lastId, fault, 0);
    armed.add(added);
    any = true;
    return added;
  }

  /** The fault that strikes this call, which is counted; null if there is none. */
  public @Nullable Fault strike(long bot, String method, @Nullable Long chat) {
    return any ? take(bot, method, chat) : null;
  }

  private synchronized @Nullable Fault take(long bot, String method, @Nullable Long chat) {
    for (int i = 0; i < armed.size(); i++) {
      Armed each = armed.get(i);
      if (each.fault.matches(bot, method, chat)) {
        Armed hit = new Armed(each.id, each.fault, each.hits + 1);
        if (hit.hits == hit.fault.times()) {
          armed.remove(i);
        } else {
          armed.set(i, hit);
        }
        any = !armed.isEmpty();
        return each.fault;
      }
    }
    return null;
  }

  public synchronized List<Armed> all() {
    return List.copyOf(armed);
  }

  /** How many were removed: 0 or 1. */
  public synchronized int remove(long id) {
    int before = armed.size();
    for (Iterator<Armed> each = armed.iterator(); each.hasNext(); ) {
      if (each.next().id == id) {
        each.remove();
      }
    }
    any = !armed.isEmpty();
    return before - armed.size();
  }

  public synchronized int clear() {
    int removed = armed.size();
    armed.clear();
    any = false;
    return removed;
  }
}
