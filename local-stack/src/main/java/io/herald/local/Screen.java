package io.herald.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/**
 * What the user sees. On a terminal the line that tells what is awaited is rewritten; elsewhere it
 * appears now and then.
 */
final class Screen {
  private static final String ERASE_LINE = "\r\033[K";
  private static final long SELDOM_SECONDS = 10;

  private final PrintStream out;
  private final boolean terminal;
  private boolean unfinished;

  Screen(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  synchronized void line(String text) {
    erase();
    out.println(text);
    out.flush();
  }

  synchronized void lines(List<String> lines) {
    lines.forEach(this::line);
  }

  /** Called about once a second while something is awaited. */
  synchronized void waiting(List<String> names, Duration elapsed) {
    String text = "  waiting for " + String.join(", ", names) + " (" + elapsed.toSeconds() + " s)";
    if (terminal) {
      out.print(ERASE_LINE + text);
      out.flush();
      unfinished = true;
    } else if (elapsed.toSeconds() > 0 && elapsed.toSeconds() % SELDOM_SECONDS == 0) {
      out.println(text);
    }
  }

  synchronized void ready(String name, Duration elapsed) {
    line("  %-20s ready after %.1f s".formatted(name, elapsed.toMillis() / 1000.0));
  }

  private void erase() {
    if (unfinished) {
      out.print(ERASE_LINE);
      unfinished = false;
    }
  }
}
