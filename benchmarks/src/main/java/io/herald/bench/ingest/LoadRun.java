package io.herald.bench.ingest;

import io.herald.bench.run.Program;
import io.herald.bench.run.Workspace;
import io.herald.local.process.Installation;
import io.herald.local.process.Launch;
import io.herald.local.process.LocalProcess;
import io.herald.local.process.ProcessFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One run of wrk against one server, as a process of its own. */
final class LoadRun extends LocalProcess {
  private static final int CHATS = 5_000;
  private static final Duration SLACK = Duration.ofSeconds(30);

  private final int seconds;

  private LoadRun(
      Workspace workspace, int threads, int connections, int seconds, String url, long firstId) {
    super(
        new Launch(
            "wrk",
            List.of(
                Program.find("wrk"),
                "-t" + threads,
                "-c" + connections,
                "-d" + seconds + "s",
                "--timeout",
                "10s",
                "-s",
                Installation.root().resolve("benchmarks/wrk/updates.lua").toString(),
                url,
                "--",
                Long.toString(firstId),
                Integer.toString(threads),
                BenchBot.SECRET,
                Integer.toString(CHATS)),
            Map.of(),
            workspace.folder(),
            () -> true,
            Duration.ofSeconds(2)));
    this.seconds = seconds;
  }

  /**
   * Loads a server and waits for the end.
   *
   * @param firstId the first {@code update_id}; further ones follow without a gap
   * @throws ProcessFailure when wrk fails or does not end in time
   */
  static WrkResult of(
      Workspace workspace, int threads, int connections, int seconds, String url, long firstId) {
    LoadRun run = new LoadRun(workspace, threads, connections, seconds, url, firstId);
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
