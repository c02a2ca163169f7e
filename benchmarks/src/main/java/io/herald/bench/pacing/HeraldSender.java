package io.herald.bench.pacing;

import io.herald.bench.emulator.Emulator;
import io.herald.bench.outbound.BenchMessage;
import io.herald.bench.outbound.PublishMessages;
import io.herald.bench.outbound.WorkerSystem;
import io.herald.bench.run.Waiting;
import io.herald.bench.run.Workspace;
import io.herald.model.topic.Lane;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Herald: the broadcast on its lane, bulk unless told otherwise, replies on the interactive one.
 */
final class HeraldSender implements Sender {
  private final WorkerSystem system;
  private final Lane broadcast;

  private HeraldSender(WorkerSystem system, Lane broadcast) {
    this.system = system;
    this.broadcast = broadcast;
  }

  static HeraldSender start(Workspace workspace, Emulator emulator, int workers, Lane broadcast)
      throws InterruptedException {
    Map<String, String> limits =
        Map.of(
            "HERALD_FLOOD_GLOBAL", Ideal.GLOBAL,
            "HERALD_FLOOD_CHAT", Ideal.CHAT,
            "HERALD_FLOOD_GROUP", Ideal.GROUP);
    return new HeraldSender(
        WorkerSystem.start(workspace, emulator, workers, spec -> spec.with(limits)), broadcast);
  }

  @Override
  public Asked send(Workload workload) {
    PublishMessages publish = system.publish();
    long startedMs = System.currentTimeMillis();
    long start = System.nanoTime();
    publish.publishAll(broadcast, workload.broadcast());
    Map<String, Long> repliesMs = new LinkedHashMap<>();
    for (BenchMessage reply : workload.replies()) {
      long due = start + workload.every().multipliedBy(repliesMs.size() + 1L).toNanos();
      Waiting.pause(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
      repliesMs.put(reply.key(), System.currentTimeMillis());
      publish.publish(Lane.INTERACTIVE, reply);
    }
    publish.flush();
    return new Asked(startedMs, repliesMs, 0);
  }

  @Override
  public void close() {
    system.close();
  }
}
