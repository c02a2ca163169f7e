package io.herald.bench.run;

import io.herald.local.kafka.BrokerProcess;
import io.herald.local.redis.EmbeddedRedis;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The one broker and the one Redis that durable subjects share, each a process of its own.
 *
 * @param redis without a file: Herald needs none, and both durable subjects are spared its cost
 *     alike
 */
public record Backends(BrokerProcess kafka, EmbeddedRedis redis) {

  /** Starts both and waits for them. */
  public static Backends start(Workspace workspace) {
    Backends backends =
        new Backends(
            workspace.start(BrokerProcess.of(0, workspace.folder())),
            workspace.start(EmbeddedRedis.inMemory(0, workspace.folder())));
    Workspace.awaitReady(List.of(backends.kafka, backends.redis), Duration.ofSeconds(60));
    return backends;
  }

  /** How a service is told about them. */
  public Map<String, String> environment() {
    return Map.of(
        "KAFKA_BOOTSTRAP_SERVERS",
        kafka.bootstrapServers(),
        "REDIS_URL",
        "redis://127.0.0.1:" + redis.port());
  }
}
