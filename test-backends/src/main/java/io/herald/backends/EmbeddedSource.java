package io.herald.backends;

import io.herald.local.kafka.BrokerProcess;
import io.herald.local.process.JavaCommand;
import io.herald.local.process.LocalProcess;
import io.herald.local.redis.EmbeddedRedis;
import java.time.Duration;
import java.util.List;

/**
 * The embedded ones of local-stack. The broker runs in a JVM of its own, so that its heap, its
 * threads and its log stay out of the tests.
 */
final class EmbeddedSource implements Source {
  private static final Duration START = Duration.ofSeconds(60);
  private static final int BROKER_HEAP_MEBIBYTES = 256;

  @Override
  public TestKafka kafka() {
    TemporaryFolder folder = TemporaryFolder.create();
    List<String> options = JavaCommand.shortLived(BROKER_HEAP_MEBIBYTES);
    Kafka kafka = new Kafka(BrokerProcess.of(0, folder.path(), options), folder);
    kafka.start();
    return kafka;
  }

  @Override
  public TestRedis redis() {
    TemporaryFolder folder = TemporaryFolder.create();
    Redis redis = new Redis(EmbeddedRedis.durable(0, folder.path()), folder);
    redis.start();
    return redis;
  }

  private static void startAndWait(LocalProcess process) {
    process.start();
    process.awaitReady(START);
  }

  private record Kafka(BrokerProcess broker, TemporaryFolder folder) implements TestKafka {
    @Override
    public String bootstrapServers() {
      return broker.bootstrapServers();
    }

    @Override
    public void stop() {
      broker.stop();
    }

    @Override
    public void start() {
      startAndWait(broker);
    }

    @Override
    public void close() {
      broker.close();
      folder.remove();
    }
  }

  private record Redis(EmbeddedRedis redis, TemporaryFolder folder) implements TestRedis {
    @Override
    public String url() {
      return redis.url();
    }

    @Override
    public void stop() {
      redis.stop();
    }

    @Override
    public void start() {
      startAndWait(redis);
    }

    @Override
    public void flush() {
      redis.flush();
    }

    @Override
    public void close() {
      redis.close();
      folder.remove();
    }
  }
}
