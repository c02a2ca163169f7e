package io.herald.scheduler.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signals that Java can't give, by the programs that can. Where there are none, nothing happens.
 */
final class Kill {

  private static final Logger log = LoggerFactory.getLogger(Kill.class);
  private static final int PATIENCE_SECONDS = 5;
  // Far below what a command line may hold.
  private static final int AT_ONCE = 1000;

  private Kill() {}

  /** Stops them where they are: whoever is stopped starts no others. */
  static void stop(Collection<ProcessHandle> processes) {
    List<String> left = processes.stream().map(it -> String.valueOf(it.pid())).toList();
    for (int i = 0; i < left.size(); i += AT_ONCE) {
      List<String> command = new ArrayList<>(List.of("sh", "-c", "kill -STOP \"$@\"", "sh"));
      command.addAll(left.subList(i, Math.min(i + AT_ONCE, left.size())));
      run(command);
    }
  }

  /** Kills all that a user has, in one step of the kernel: nobody is born meanwhile. */
  static void all(long user) {
    List<String> command = new ArrayList<>(Piece.user(user, user));
    command.addAll(List.of("sh", "-c", "kill -KILL -1"));
    run(command);
  }

  /** Whether that runs here and ends well. */
  static boolean run(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return false;
      }
      return process.exitValue() == 0;
    } catch (IOException e) {
      log.debug("{} can't be run here: {}", command.getFirst(), e.toString());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
