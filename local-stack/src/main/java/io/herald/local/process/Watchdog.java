package io.herald.local.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ends the children when this JVM is killed hard: one small shell process that is told their pids
 * through a pipe. The pipe closes with this JVM, however it ends; what is still on the list then
 * gets a SIGTERM, and 10 s later a SIGKILL.
 *
 * <p>Where there is no {@code /bin/sh} the pid files have to do.
 */
final class Watchdog {
  private static final String SCRIPT =
      """
      trap '' INT HUP TERM
      pids=' '
      while read -r sign pid; do
        case $sign$pids in
          +*) pids="$pids$pid " ;;
          -*" $pid "*) pids="${pids%% $pid *} ${pids#* $pid }" ;;
        esac
      done
      living() { for pid in $pids; do kill -0 $pid 2>/dev/null && echo $pid; done; }
      for pid in $pids; do kill -TERM $pid 2>/dev/null; done
      for turn in 1 2 3 4 5 6 7 8 9 10; do
        pids=$(living)
        [ -n "$pids" ] || exit 0
        sleep 1
      done
      for pid in $pids; do kill -KILL $pid 2>/dev/null; done
      """;

  private static @Nullable OutputStream pipe;
  private static boolean unavailable;

  private Watchdog() {}

  static synchronized void watch(long pid) {
    tell("+ " + pid);
  }

  static synchronized void forget(long pid) {
    tell("- " + pid);
  }

  private static void tell(String line) {
    try {
      OutputStream to = open();
      to.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
      to.flush();
    } catch (IOException _) {
      unavailable = true;
    }
  }

  private static OutputStream open() throws IOException {
    if (pipe == null) {
      pipe = unavailable ? OutputStream.nullOutputStream() : start();
    }
    return pipe;
  }

  private static OutputStream start() throws IOException {
    return new ProcessBuilder(OwnSession.wrap(List.of("/bin/sh", "-c", SCRIPT, "herald-watchdog")))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .getOutputStream();
  }
}
