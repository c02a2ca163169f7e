package io.herald.emulator.chat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Everybody and every group, and who has started or blocked which bot. */
public final class Directory {
  private static final long FIRST_USER = 1_001;
  private static final long FIRST_GROUP = 1_000_000_000_001L;

  private record Tie(long bot, long user) {}

  private final Map<Long, Person> people = new ConcurrentSkipListMap<>();
  private final Map<Long, Group> groups = new ConcurrentSkipListMap<>();
  private final Set<Tie> started = ConcurrentHashMap.newKeySet();
  private final Set<Tie> blocked = ConcurrentHashMap.newKeySet();
  private final AtomicLong lastGroup = new AtomicLong(FIRST_GROUP);

  /** A free user id. */
  public synchronized long freeUserId() {
    long id = FIRST_USER;
    while (people.containsKey(id)) {
      id++;
    }
    return id;
  }

  /** A free group id; supergroups have the prefix -100. */
  public long freeGroupId(boolean supergroup) {
    long number = lastGroup.getAndIncrement();
    return supergroup ? -number : -(number - FIRST_GROUP + 500_001);
  }

  public void put(Person person) {
    people.put(person.id(), person);
  }

  public void put(Group group) {
    groups.put(group.id(), group);
  }

  public @Nullable Person person(long id) {
    return people.get(id);
  }

  /** The user, created with a plain name if unknown. */
  public Person personOrNew(long id) {
    return people.computeIfAbsent(
        id, fresh -> new Person(id, "User " + id, null, null, "en", false, false, true));
  }

  public @Nullable Person personByUsername(String username) {
    return people.values().stream()
        .filter(person -> username.equalsIgnoreCase(person.username()))
        .findFirst()
        .orElse(null);
  }

  public @Nullable Group group(long id) {
    return groups.get(id);
  }

  public List<Person> people() {
    return List.copyOf(people.values());
  }

  public Collection<Group> groups() {
    return groups.values();
  }

  public void start(long bot, long user) {
    started.add(new Tie(bot, user));
  }

  public boolean mayBeWrittenTo(long bot, Person person) {
    return person.contactable() || started.contains(new Tie(bot, person.id()));
  }

  /** Whether the block changed. */
  public boolean block(long bot, long user, boolean block) {
    Tie tie = new Tie(bot, user);
    return block ? blocked.add(tie) : blocked.remove(tie);
  }

  public boolean isBlocked(long bot, long user) {
    return !blocked.isEmpty() && blocked.contains(new Tie(bot, user));
  }

  public void clear() {
    people.clear();
    groups.clear();
    started.clear();
    blocked.clear();
  }
}
