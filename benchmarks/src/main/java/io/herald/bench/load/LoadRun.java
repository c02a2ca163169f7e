package io.herald.bench.load;

import io.herald.bench.run.Program;
import io.herald.bench.run.Workspace;
import io.herald.local.process.Installation;
import io.herald.local.process.Launch;
import io.herald.local.process.LocalProcess;
import io.herald.local.process.ProcessFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One run of wrk against one server, as a process of its own. */
public final class LoadRun extends LocalProcess {
  private static final Duration SLACK = Duration.ofSeconds(30);

  private final int seconds;

  private LoadRun(Workspace workspace, Load load) {
    super(
        new Launch(
            "wrk", command(load), Map.of(), workspace.folder(), () -> true, Duration.ofSeconds(2)));
    this.seconds = load.seconds();
  }

  private static List<String> command(Load load) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Program.find("wrk"),
                "-t" + load.threads(),
                "-c" + load.connections(),
                "-d" + load.seconds() + "s",
                "--timeout",
                "10s",
                "-s",
                Installation.root().resolve("benchmarks/wrk").resolve(load.script()).toString(),
                load.url(),
                "--"));
    command.addAll(load.arguments());
    return command;
  }

  /**
   * Loads a server and waits for the end.
   *
   * @throws ProcessFailure when wrk fails or does not end in time
   */
  public static WrkResult of(Workspace workspace, Load load) {
    LoadRun run = new LoadRun(workspace, load);
    workspace.start(run);
    try {
      return run.result();
    } finally {
      workspace.stop(run);
    }
  }

  private WrkResult result() {
    try {
      onExit().get(seconds + SLACK.toSeconds(), TimeUnit.SECONDS);
      return WrkResult.parse(lastLines(5));
    } catch (IllegalArgumentException e) {
      throw new ProcessFailure("wrk failed: " + String.join(" ", lastLines(3)));
    } catch (TimeoutException | ExecutionException e) {
      throw new ProcessFailure("wrk did not end in time, log: " + log());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProcessFailure("interrupted while waiting for wrk");
    }
  }
}
