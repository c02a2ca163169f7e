package io.herald.local.kafka;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The settings of one small node that is broker and controller at once and keeps everything in one
 * folder.
 */
final class BrokerSettings {
  static final int NODE = 1;
  static final String CONTROLLER = "CONTROLLER";
  private static final String HOST = "127.0.0.1";

  private BrokerSettings() {}

  static Map<String, String> of(int port, int controllerPort, Path log) {
    Map<String, String> settings = new HashMap<>(internalTopics());
    settings.putAll(smallMachine());
    settings.put("node.id", Integer.toString(NODE));
    settings.put("process.roles", "broker,controller");
    settings.put("controller.quorum.voters", NODE + "@" + HOST + ":" + controllerPort);
    settings.put("controller.listener.names", CONTROLLER);
    settings.put(
        "listeners",
        "PLAINTEXT://"
            + HOST
            + ":"
            + port
            + ","
            + CONTROLLER
            + "://"
            + HOST
            + ":"
            + controllerPort);
    settings.put("advertised.listeners", "PLAINTEXT://" + HOST + ":" + port);
    settings.put(
        "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
    settings.put("log.dirs", log.toString());
    settings.put("auto.create.topics.enable", "false");
    settings.put("delete.topic.enable", "true");
    settings.put("group.initial.rebalance.delay.ms", "0");
    // After a hard kill the controller takes no new registration before the old session ends: 9 s
    // by default.
    settings.put("broker.session.timeout.ms", "3000");
    settings.put("broker.heartbeat.interval.ms", "500");
    return settings;
  }

  /**
   * One node can hold one replica, and Kafka's own topics of 50 partitions each would only slow
   * down the start.
   */
  private static Map<String, String> internalTopics() {
    return Map.of(
        "default.replication.factor", "1",
        "min.insync.replicas", "1",
        "offsets.topic.replication.factor", "1",
        "offsets.topic.num.partitions", "3",
        "transaction.state.log.replication.factor", "1",
        "transaction.state.log.min.isr", "1",
        "transaction.state.log.num.partitions", "3",
        "share.coordinator.state.topic.replication.factor", "1",
        "share.coordinator.state.topic.min.isr", "1",
        "share.coordinator.state.topic.num.partitions", "1");
  }

  /**
   * The defaults assume a server with many cores: 128 MiB for the cleaner and two index files of 10
   * MiB per partition.
   */
  private static Map<String, String> smallMachine() {
    return Map.of(
        "num.network.threads", "2",
        "num.io.threads", "4",
        "background.threads", "2",
        "num.recovery.threads.per.data.dir", "2",
        "log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20),
        "log.index.size.max.bytes", Integer.toString(1 << 20),
        "log.segment.bytes", Integer.toString(128 << 20));
  }
}
