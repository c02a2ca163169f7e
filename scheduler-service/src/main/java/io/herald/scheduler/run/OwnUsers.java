package io.herald.scheduler.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Users that exist for one run only, by their numbers: those that systemd, too, gives to services
 * for the time they run. Whoever owns a job's folder and has such a number is that job's alone.
 */
final class OwnUsers {

  private static final long FIRST = 61184;
  private static final long COUNT = 65519 - FIRST + 1;

  private final AtomicLong next = new AtomicLong(ThreadLocalRandom.current().nextLong(COUNT));

  /** One that no process is. */
  long take() {
    Set<Long> taken = new HashSet<>();
    ProcessEntry.all().forEach(it -> taken.add(it.user()));
    long user = FIRST + next.getAndIncrement() % COUNT;
    while (taken.contains(user)) {
      user = FIRST + next.getAndIncrement() % COUNT;
    }
    return user;
  }

  /** The one whose folder that is; empty when it is the service's, or anybody else's. */
  static OptionalLong of(Path folder) {
    try {
      long owner = owner(folder);
      boolean isOurs = owner >= FIRST && owner < FIRST + COUNT && owner != ProcessEntry.ownUser();
      return isOurs ? OptionalLong.of(owner) : OptionalLong.empty();
    } catch (IOException | UnsupportedOperationException e) {
      return OptionalLong.empty();
    }
  }

  private static long owner(Path folder) throws IOException {
    return Integer.toUnsignedLong((Integer) Files.getAttribute(folder, "unix:uid"));
  }
}
