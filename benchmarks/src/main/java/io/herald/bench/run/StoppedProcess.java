package io.herald.bench.run;

import io.herald.local.process.LocalProcess;
import io.herald.local.process.ProcessFailure;
import java.io.IOException;

/** A process that stands still until this is closed. Linux and macOS. */
public final class StoppedProcess implements AutoCloseable {
  private final LocalProcess process;

  private StoppedProcess(LocalProcess process) {
    this.process = process;
  }

  /** Stops it at once. */
  public static StoppedProcess stop(LocalProcess process) {
    signal("STOP", process);
    return new StoppedProcess(process);
  }

  /** It goes on. */
  @Override
  public void close() {
    signal("CONT", process);
  }

  private static void signal(String name, LocalProcess process) {
    try {
      Process kill =
          new ProcessBuilder(Program.find("kill"), "-" + name, Long.toString(process.pid()))
              .start();
      if (kill.waitFor() != 0) {
        throw new ProcessFailure(process.name() + " cannot be told " + name);
      }
    } catch (IOException e) {
      throw new ProcessFailure(process.name() + " cannot be told " + name + ": " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProcessFailure("interrupted while " + process.name() + " is told " + name);
    }
  }
}
