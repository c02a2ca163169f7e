package io.herald.local.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A real operating-system process that is started, awaited, stopped, killed and started again.
 *
 * <p>It cannot outlive this JVM: a shutdown hook stops it, a {@link Watchdog} ends it when this JVM
 * is killed hard, and the pid file lets the next start of the same name in the same data folder
 * clear away whatever is left.
 */
public abstract class LocalProcess implements AutoCloseable {

  // After SIGKILL only a process in the kernel's hands is still there.
  private static final int EXIT_SECONDS = 10;
  private static final File NOTHING = new File(isWindows() ? "NUL" : "/dev/null");
  private static final long ASK_EVERY_MILLIS = 50;

  private final Launch launch;
  private final LogFile log;
  private final PidFile pidFile;
  private @Nullable Process process;
  private CompletableFuture<Integer> exit = new CompletableFuture<>();

  protected LocalProcess(Launch launch) {
    this.launch = launch;
    this.log = new LogFile(launch.logFile());
    this.pidFile = new PidFile(launch.pidFile());
  }

  /**
   * Starts the process and returns at once; a stale one of the same name in the same data folder is
   * ended first.
   *
   * @throws IllegalStateException when it runs already
   * @throws ProcessFailure when the operating system cannot start it
   */
  public final synchronized void start() {
    if (isAlive()) {
      throw new IllegalStateException(name() + " runs already");
    }
    endStale();
    log.open();
    ProcessBuilder builder =
        new ProcessBuilder(OwnSession.wrap(launch.command()))
            .redirectErrorStream(true)
            .redirectInput(NOTHING)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()));
    builder.environment().putAll(launch.environment());
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new ProcessFailure(name() + " cannot be started: " + e.getMessage(), e);
    }
    adopt(process);
  }

  /**
   * Ends the process of the same name that an earlier JVM left behind in the same data folder, if
   * there is one. Every start does so; on its own it makes the port free.
   */
  public final void endStale() {
    pidFile.endStale();
  }

  private void adopt(Process started) {
    Children.add(this);
    Watchdog.watch(started.pid());
    try {
      pidFile.write(started.toHandle(), Path.of(launch.command().getFirst()));
    } finally {
      exit = started.onExit().thenApply(this::release);
    }
  }

  private int release(Process ended) {
    Watchdog.forget(ended.pid());
    pidFile.deleteIfOf(ended.pid());
    return ended.exitValue();
  }

  /**
   * Waits until the process can do its work.
   *
   * @throws ProcessFailure when it ends before, or is not ready in time; it is left as it is
   */
  public final void awaitReady(Duration timeout) {
    Process started = current();
    long deadline = System.nanoTime() + timeout.toNanos();
    while (!isReady()) {
      if (endsWithin(started, ASK_EVERY_MILLIS)) {
        throw new ProcessFailure(
            name()
                + " stopped while starting (exit code "
                + started.exitValue()
                + "), log: "
                + log.path(),
            lastLines(12));
      }
      if (System.nanoTime() - deadline > 0) {
        throw new ProcessFailure(
            name() + " is not ready after " + timeout.toSeconds() + " s, log: " + log.path(),
            lastLines(12));
      }
    }
  }

  /** One question, now. False as well when the process is gone. */
  public final boolean isReady() {
    try {
      return isAlive() && launch.readiness().ready();
    } catch (IOException _) {
      return false;
    }
  }

  /**
   * SIGTERM, the launch's grace, then SIGKILL. Returns the exit code; without a running process
   * that of the last one, or 0.
   */
  public final synchronized int stop() {
    Process running = process;
    if (running == null) {
      return 0;
    }
    running.destroy();
    if (!endsWithin(running, launch.grace().toMillis())) {
      kill9();
    }
    // Only then its pid file is gone as well.
    return awaitExit();
  }

  /** SIGKILL, and waits until the process is gone. Nothing happens when there is none. */
  public final synchronized void kill9() {
    Process running = process;
    if (running != null) {
      running.destroyForcibly();
      awaitExit();
    }
  }

  private int awaitExit() {
    try {
      return exit.copy().orTimeout(EXIT_SECONDS, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      throw new ProcessFailure(
          name() + " does not end, not even when killed, log: " + log.path(), lastLines(12));
    }
  }

  /** Stops it when it runs, starts it again and waits until it is ready. */
  public final void restart(Duration timeout) {
    stop();
    start();
    awaitReady(timeout);
  }

  @Override
  public void close() {
    stop();
    Children.remove(this);
  }

  /**
   * Replaces what this JVM's exit does to its children, by default stopping them one by one, the
   * youngest first.
   *
   * @param action runs once, as a shutdown hook, if any child was ever started; it has to stop them
   *     all
   */
  public static void atExit(Runnable action) {
    Children.atExit(action);
  }

  /** Adds an action to this JVM's exit that runs when the children are gone. */
  public static void afterExit(Runnable action) {
    Children.afterExit(action);
  }

  public final String name() {
    return launch.name();
  }

  public final synchronized boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** The pid of the running process, or of the last one. */
  public final long pid() {
    return current().pid();
  }

  /** Completes with the exit code when the process that runs now ends. */
  public final synchronized CompletableFuture<Integer> onExit() {
    current();
    return exit.copy();
  }

  public final Path log() {
    return log.path();
  }

  /** The last lines that the process wrote since its latest start; empty when there are none. */
  public final List<String> lastLines(int count) {
    return log.lastLines(count);
  }

  private synchronized Process current() {
    if (process == null) {
      throw new IllegalStateException(name() + " was not started");
    }
    return process;
  }

  private static boolean endsWithin(Process process, long millis) {
    try {
      return process.waitFor(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProcessFailure("interrupted while waiting for a process", e);
    }
  }

  private static boolean isWindows() {
    return File.separatorChar == '\\';
  }
}
