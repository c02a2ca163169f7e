package io.herald.local;

import io.herald.local.process.LocalProcess;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A part with its process: started once by the stack, and again by itself whenever it ends without
 * being asked to.
 */
final class Supervised {
  private static final Duration READY = Duration.ofMinutes(3);
  private static final int LAST_LINES = 8;

  private final Part part;
  private final LocalProcess process;
  private final ScheduledExecutorService clock;
  private final Screen screen;
  private final Backoff backoff = new Backoff();
  private long startedNanos;
  private boolean supervised;
  private boolean stopping;

  Supervised(Part part, LocalProcess process, ScheduledExecutorService clock, Screen screen) {
    this.part = part;
    this.process = process;
    this.clock = clock;
    this.screen = screen;
  }

  Part part() {
    return part;
  }

  LocalProcess process() {
    return process;
  }

  synchronized void start() {
    if (!stopping) {
      startedNanos = System.nanoTime();
      process.start();
      var _ = process.onExit().thenAccept(this::ended);
    }
  }

  void awaitReady() {
    process.awaitReady(READY);
  }

  /** From now on its end is repaired; before that the stack's start deals with it. */
  synchronized void supervise() {
    supervised = true;
    if (!process.isAlive()) {
      startAgain(-1);
    }
  }

  /** Stops it for good. */
  void stop() {
    synchronized (this) {
      stopping = true;
    }
    process.stop();
  }

  private synchronized void ended(int exitCode) {
    if (supervised && !stopping) {
      startAgain(exitCode);
    }
  }

  private void startAgain(int exitCode) {
    Duration wait = backoff.after(Duration.ofNanos(System.nanoTime() - startedNanos));
    screen.line(
        "%s ended on its own (exit code %d); it starts again in %d s. The end of %s:"
            .formatted(part.name(), exitCode, wait.toSeconds(), process.log()));
    process.lastLines(LAST_LINES).forEach(line -> screen.line("  | " + line));
    again(wait);
  }

  private void again(Duration wait) {
    var _ = clock.schedule(this::restart, wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void restart() {
    try {
      start();
    } catch (RuntimeException e) {
      screen.line(part.name() + " cannot be started again: " + e.getMessage());
      again(backoff.after(Duration.ZERO));
      return;
    }
    Thread.startVirtualThread(this::announce);
  }

  private void announce() {
    try {
      awaitReady();
      screen.line(part.name() + " is ready again");
    } catch (RuntimeException e) {
      // When it has ended, its end has been told and dealt with already.
      if (process.isAlive()) {
        screen.line(e.getMessage());
      }
    }
  }
}
