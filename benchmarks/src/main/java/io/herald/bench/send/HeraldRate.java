package io.herald.bench.send;

import io.herald.bench.emulator.Emulator;
import io.herald.bench.outbound.LoadMix;
import io.herald.bench.outbound.WorkerSystem;
import io.herald.bench.run.SameOptions;
import io.herald.bench.run.StoppedProcess;
import io.herald.bench.run.Workspace;
import io.herald.local.process.LocalProcess;
import io.herald.model.topic.Lane;
import java.util.Map;

/**
 * One worker. It stands still while its messages are put on the topic, so that it finds all of
 * them, as after a pause, and publishing costs it nothing.
 */
final class HeraldRate implements RateSender {
  private static final String NO_LIMIT = "1000000/s";

  private final WorkerSystem system;
  private final Lane lane;

  private HeraldRate(WorkerSystem system, Lane lane) {
    this.system = system;
    this.lane = lane;
  }

  static HeraldRate start(Workspace workspace, Emulator emulator, SendOptions options)
      throws InterruptedException {
    Map<String, String> settings =
        Map.of(
            "HERALD_FLOOD_GLOBAL", NO_LIMIT,
            "HERALD_FLOOD_CHAT", NO_LIMIT,
            "HERALD_FLOOD_GROUP", NO_LIMIT,
            "HERALD_WORKER_LANES", Integer.toString(options.calls()));
    return new HeraldRate(
        WorkerSystem.start(
            workspace,
            emulator,
            1,
            spec -> spec.jvmOptions(SameOptions.ofEveryJvm()).with(settings)),
        options.lane());
  }

  @Override
  public long send(LoadMix mix, Runnable ready) {
    try (StoppedProcess _ = StoppedProcess.stop(system.worker())) {
      system.publish().publishAll(lane, mix.messages());
      ready.run();
      return System.currentTimeMillis();
    }
  }

  @Override
  public Map<String, LocalProcess> processes() {
    return Map.of(
        "sender", system.worker(),
        "broker", system.backends().kafka(),
        "redis", system.backends().redis());
  }

  @Override
  public void close() {
    system.close();
  }
}
