package io.herald.scheduler.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All processes of a job: those of its session, those that have its folder in their environment,
 * their children, and where the job is a user of its own all that this user has. Also those that an
 * executor left behind that crashed.
 */
final class ProcessTree {

  private static final Duration AFTER_KILLING = Duration.ofSeconds(3);
  private static final int ROUNDS = 20;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private final String mark;
  private final OptionalLong user;
  private final @Nullable Process root;

  private ProcessTree(Path folder, @Nullable Process root) {
    this.mark = Launch.FOLDER + '=' + folder;
    this.user = OwnUsers.of(folder);
    this.root = root;
  }

  /** Those of the job with that folder, of which the first was started here. */
  static ProcessTree of(Path folder, Process root) {
    return new ProcessTree(folder, root);
  }

  /** Those of the job with that folder, whoever started them. */
  static ProcessTree orphans(Path folder) {
    return new ProcessTree(folder, null);
  }

  /**
   * Asks all of them to end (TERM), and kills what is left after a while.
   *
   * @return whether none is left
   */
  boolean end(Duration grace) {
    long killing = System.nanoTime() + grace.toNanos();
    long giveUp = killing + AFTER_KILLING.toNanos();
    Set<ProcessHandle> asked = new HashSet<>();
    for (Set<ProcessHandle> left = living(); !left.isEmpty(); left = living()) {
      long now = System.nanoTime();
      if (now > giveUp) {
        return false;
      }
      if (now > killing) {
        kill(left);
      } else {
        left.stream().filter(asked::add).forEach(ProcessHandle::destroy);
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
    return true;
  }

  // Who starts others faster than they are killed is stopped first: nobody is left to start any.
  private void kill(Set<ProcessHandle> found) {
    user.ifPresent(Kill::all);
    Set<ProcessHandle> left = user.isPresent() ? living() : found;
    Set<ProcessHandle> stopped = new HashSet<>();
    for (int i = 0; i < ROUNDS && !stopped.containsAll(left); i++) {
      Kill.stop(left.stream().filter(stopped::add).toList());
      left = living();
    }
    left.forEach(ProcessHandle::destroyForcibly);
  }

  /** Those that live. */
  Set<ProcessHandle> living() {
    return ProcessEntry.isSupported() ? marked() : descendants();
  }

  private Set<ProcessHandle> marked() {
    byte[] wanted = mark.getBytes(UTF_8);
    long session = root != null && Launch.hasSessions() ? root.pid() : -1;
    List<ProcessEntry> all = ProcessEntry.all();
    Set<Long> found =
        all.stream()
            .filter(it -> it.session() == session || isUsers(it) || it.hasVariable(wanted))
            .map(ProcessEntry::pid)
            .collect(Collectors.toCollection(HashSet::new));
    boolean grows = !found.isEmpty();
    while (grows) {
      grows = false;
      for (ProcessEntry entry : all) {
        grows |= found.contains(entry.parent()) && found.add(entry.pid());
      }
    }
    found.remove(ProcessHandle.current().pid());
    return found.stream()
        .flatMap(pid -> ProcessHandle.of(pid).stream())
        .filter(ProcessHandle::isAlive)
        .collect(Collectors.toSet());
  }

  private boolean isUsers(ProcessEntry entry) {
    return user.isPresent() && entry.user() == user.getAsLong();
  }

  /** Without /proc: what can still be reached from the first one. */
  private Set<ProcessHandle> descendants() {
    return root == null
        ? Set.of()
        : Stream.concat(root.descendants(), Stream.of(root.toHandle()))
            .filter(ProcessHandle::isAlive)
            .collect(Collectors.toSet());
  }
}
