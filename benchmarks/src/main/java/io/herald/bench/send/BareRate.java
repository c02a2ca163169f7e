package io.herald.bench.send;

import io.herald.bench.bare.BareResult;
import io.herald.bench.bare.BareSender;
import io.herald.bench.emulator.Emulator;
import io.herald.bench.outbound.LoadMix;
import io.herald.bench.outbound.WorkerSystem;
import io.herald.bench.run.LocalAnswer;
import io.herald.bench.run.SameOptions;
import io.herald.bench.run.Workspace;
import io.herald.local.process.Installation;
import io.herald.local.process.JavaCommand;
import io.herald.local.process.Launch;
import io.herald.local.process.LocalProcess;
import io.herald.local.process.Ports;
import io.herald.local.process.ProcessFailure;
import io.herald.local.process.Readiness;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** {@link BareSender} as a process. */
final class BareRate implements RateSender {
  private static final Duration START = Duration.ofSeconds(30);

  private final LocalProcess process;
  private final URI send;

  private static final class Bare extends LocalProcess {
    Bare(Launch launch) {
      super(launch);
    }
  }

  private BareRate(LocalProcess process, URI send) {
    this.process = process;
    this.send = send;
  }

  static BareRate start(Workspace workspace, Emulator emulator, SendOptions options) {
    int port = Ports.free();
    URI address = URI.create("http://127.0.0.1:" + port + "/");
    Map<String, String> environment =
        Map.of(
            "SERVER_PORT", Integer.toString(port),
            "TELEGRAM_BOT_TOKEN", WorkerSystem.TOKEN,
            "TELEGRAM_API_URL", emulator.url(),
            "BENCH_CALLS", Integer.toString(options.calls()));
    Launch launch =
        new Launch(
            Part.BARE.key,
            JavaCommand.of(
                SameOptions.ofEveryJvm(),
                "-cp",
                Installation.root().resolve("benchmarks/target/benchmarks.jar").toString(),
                BareSender.class.getName()),
            environment,
            workspace.folder(),
            Readiness.http(address),
            Launch.DRAIN);
    LocalProcess process = workspace.start(new Bare(launch));
    process.awaitReady(START);
    return new BareRate(process, address.resolve("/send"));
  }

  @Override
  public long send(LoadMix mix, Runnable ready) throws InterruptedException {
    ready.run();
    BareResult result = LocalAnswer.post(send, mix, BareResult.class);
    if (result.failed() > 0) {
      throw new ProcessFailure(result.failed() + " calls of the bare client failed");
    }
    return result.startedMs();
  }

  @Override
  public Map<String, LocalProcess> processes() {
    return Map.of("sender", process);
  }

  /** The process is the workspace's to end. */
  @Override
  public void close() {}
}
