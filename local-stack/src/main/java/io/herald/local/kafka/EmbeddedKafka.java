package io.herald.local.kafka;

import io.herald.local.process.Ports;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/**
 * A real Kafka broker (KRaft, one node) in this JVM, listening on the loopback address. Its data
 * stays in the given folder, also through a hard kill, and the next start continues with it.
 */
public final class EmbeddedKafka implements AutoCloseable {
  private final int port;
  private final Path log;
  private final Map<String, String> further;
  private @Nullable KafkaRaftServer server;

  /**
   * A broker that is not started yet.
   *
   * @param port to listen on; 0 takes a free one, the same for every later start of this object
   * @param data created when missing
   */
  public EmbeddedKafka(int port, Path data) {
    this(port, data, Map.of());
  }

  /**
   * As above, with further settings of the broker, such as a login that clients need.
   *
   * @param further win over those that it has by itself; its listener for clients is called
   *     PLAINTEXT, whatever is spoken there
   */
  public EmbeddedKafka(int port, Path data, Map<String, String> further) {
    this.further = Map.copyOf(further);
    this.port = Ports.orFree(port);
    this.log = data.toAbsolutePath().normalize().resolve("log");
  }

  /** Starts the broker and returns when it serves requests: about 2.5 s on two cores. */
  public synchronized void start() {
    if (server != null) {
      throw new IllegalStateException("the broker runs already");
    }
    formatOnce();
    Map<String, String> settings = BrokerSettings.of(port, Ports.free(), log);
    settings.putAll(further);
    KafkaConfig config = new KafkaConfig(settings, false);
    KafkaRaftServer starting = new KafkaRaftServer(config, Time.SYSTEM);
    starting.startup();
    server = starting;
  }

  /** Stops the broker in an orderly way; the data stays. Nothing happens when it does not run. */
  public synchronized void stop() {
    if (server != null) {
      server.shutdown();
      server.awaitShutdown();
      server = null;
    }
  }

  @Override
  public void close() {
    stop();
  }

  public int port() {
    return port;
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  private void formatOnce() {
    if (Files.exists(log.resolve("meta.properties"))) {
      return;
    }
    try {
      Files.createDirectories(log);
      new Formatter()
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(BrokerSettings.NODE)
          .setControllerListenerName(BrokerSettings.CONTROLLER)
          .setDirectories(List.of(log.toString()))
          .setMetadataLogDirectory(log.toString())
          .setIgnoreFormatted(true)
          .run();
    } catch (IOException e) {
      throw new UncheckedIOException("the broker's folder cannot be written: " + log, e);
    } catch (Exception e) {
      throw new IllegalStateException("the broker's folder cannot be formatted: " + log, e);
    }
  }
}
