package io.herald.runtime;

import static org.awaitility.Awaitility.await;

import io.herald.backends.Backends;
import io.herald.backends.TestKafka;
import io.herald.backends.TestRedis;
import io.herald.runtime.kafka.KafkaReachability;
import java.time.Duration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;

/** What every service is made of, wired as in a service, in front of a real Kafka and Redis. */
public final class RunningRuntime implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  private RunningRuntime(TestKafka kafka, TestRedis redis) {
    var application = new SpringApplication(Anything.class);
    application.addInitializers(RunningRuntime::giveOwnThreads);
    this.context =
        application.run(
            "--SERVER_PORT=0",
            "--server.port=0",
            "--KAFKA_BOOTSTRAP_SERVERS=" + kafka.bootstrapServers(),
            "--REDIS_URL=" + redis.url(),
            // A machine that is busy with other things answers late: none of what is tested.
            "--spring.data.redis.timeout=5s");
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> part(KafkaReachability.class).health().getStatus().equals(Status.UP));
  }

  /** The one that the tests of this JVM share; nobody stops what it stands on. */
  public static RunningRuntime shared() {
    return Shared.INSTANCE;
  }

  /** One of the caller's own. */
  public static RunningRuntime start(TestKafka kafka, TestRedis redis) {
    return new RunningRuntime(kafka, redis);
  }

  /** A context that closes would end the event loops that are everybody's. */
  public static void giveOwnThreads(ConfigurableApplicationContext context) {
    ReactorResourceFactory resources = new ReactorResourceFactory();
    resources.setUseGlobalResources(false);
    ((GenericApplicationContext) context)
        .registerBean(ReactorResourceFactory.class, () -> resources);
  }

  /** One of its parts. */
  public <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }

  private static final class Shared {
    static final RunningRuntime INSTANCE = start(Backends.kafka(), Backends.redis());
  }

  @EnableAutoConfiguration
  static class Anything {}
}
