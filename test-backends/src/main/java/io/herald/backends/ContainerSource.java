package io.herald.backends;

import io.herald.local.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;

/**
 * Containers. Their ports on this machine are fixed, since a container that is stopped and started
 * again would otherwise come back at another address.
 */
final class ContainerSource implements Source {
  private static final String KAFKA_IMAGE = "apache/kafka:4.2.1";
  private static final String REDIS_IMAGE = "redis:7.4-alpine";
  private static final int KAFKA_PORT = 9092;
  private static final int REDIS_PORT = 6379;

  @Override
  public TestKafka kafka() {
    KafkaContainer container =
        new KafkaContainer(KAFKA_IMAGE)
            .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
    container.setPortBindings(List.of(Ports.free() + ":" + KAFKA_PORT));
    container.start();
    return new Kafka(container);
  }

  @Override
  public TestRedis redis() {
    GenericContainer<?> container =
        new GenericContainer<>(REDIS_IMAGE)
            .withExposedPorts(REDIS_PORT)
            .withCommand("redis-server", "--appendonly", "yes");
    container.setPortBindings(List.of(Ports.free() + ":" + REDIS_PORT));
    container.start();
    return new Redis(container);
  }

  /** Testcontainers' own stop removes the container and with it the data. */
  private static void halt(GenericContainer<?> container) {
    container.getDockerClient().stopContainerCmd(container.getContainerId()).exec();
  }

  private static void resume(GenericContainer<?> container) {
    container.getDockerClient().startContainerCmd(container.getContainerId()).exec();
    Wait.forListeningPort().waitUntilReady(container);
  }

  private record Kafka(KafkaContainer container) implements TestKafka {
    @Override
    public String bootstrapServers() {
      return container.getBootstrapServers().replaceFirst("^.*://", "");
    }

    @Override
    public void stop() {
      halt(container);
    }

    @Override
    public void start() {
      resume(container);
    }

    @Override
    public void close() {
      container.stop();
    }
  }

  private record Redis(GenericContainer<?> container) implements TestRedis {
    @Override
    public String url() {
      return "redis://" + container.getHost() + ":" + container.getMappedPort(REDIS_PORT);
    }

    @Override
    public void stop() {
      halt(container);
    }

    @Override
    public void start() {
      resume(container);
    }

    @Override
    public void flush() {
      try {
        container.execInContainer("redis-cli", "FLUSHALL");
      } catch (IOException e) {
        throw new UncheckedIOException("Redis cannot be flushed", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while flushing Redis", e);
      }
    }

    @Override
    public void close() {
      container.stop();
    }
  }
}
