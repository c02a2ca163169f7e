package io.herald.local.process;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The running children of this JVM. When it exits they are stopped, the youngest first, since it
 * may need the older ones.
 */
final class Children {
  private static final Set<LocalProcess> RUNNING = new LinkedHashSet<>();
  private static volatile Runnable atExit = Children::stopAll;
  private static final List<Runnable> AFTERWARDS = new CopyOnWriteArrayList<>();
  private static boolean hooked;

  private Children() {}

  static synchronized void add(LocalProcess child) {
    if (!hooked) {
      Runtime.getRuntime().addShutdownHook(new Thread(Children::exit, "stop-children"));
      hooked = true;
    }
    RUNNING.add(child);
  }

  static synchronized void remove(LocalProcess child) {
    RUNNING.remove(child);
  }

  /** Replaces what happens at exit; the given action is then responsible for every child. */
  static void atExit(Runnable action) {
    atExit = action;
  }

  /** Adds what is done when the children are gone. */
  static void afterExit(Runnable action) {
    AFTERWARDS.add(action);
  }

  private static void exit() {
    atExit.run();
    AFTERWARDS.forEach(Runnable::run);
  }

  private static void stopAll() {
    snapshot().reversed().forEach(LocalProcess::stop);
  }

  private static synchronized List<LocalProcess> snapshot() {
    return new ArrayList<>(RUNNING);
  }
}
