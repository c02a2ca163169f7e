package io.herald.backends;

import java.util.Map;

/**
 * Kafka and Redis for tests: one broker and one Redis per JVM, started when first asked for and
 * stopped with it. Use fresh topic names and key prefixes per test. A test that stops or flushes
 * takes its own by {@link #newKafka()} or {@link #newRedis()}.
 */
public final class Backends {
  private static final String FORCED = "HERALD_TEST_BACKENDS";

  private Backends() {}

  /** The broker that all tests of this JVM share. */
  public static TestKafka kafka() {
    return SharedKafka.INSTANCE;
  }

  /** The Redis that all tests of this JVM share. */
  public static TestRedis redis() {
    return SharedRedis.INSTANCE;
  }

  /** A started broker of the caller's own, to be closed by it: about 3 s. */
  public static TestKafka newKafka() {
    return Chosen.SOURCE.kafka();
  }

  /** A started Redis of the caller's own, to be closed by it. */
  public static TestRedis newRedis() {
    return Chosen.SOURCE.redis();
  }

  /**
   * {@code KAFKA_BOOTSTRAP_SERVERS} and {@code REDIS_URL} of the shared ones, for a context's
   * properties or an environment.
   */
  public static Map<String, String> properties() {
    return Map.of(
        "KAFKA_BOOTSTRAP_SERVERS", kafka().bootstrapServers(), "REDIS_URL", redis().url());
  }

  // Class initialisation is the lazy start: once per JVM, and threads wait for each other.

  private static final class Chosen {
    static final Source SOURCE = Source.choose(System.getenv().getOrDefault(FORCED, ""));
  }

  private static final class SharedKafka {
    static final TestKafka INSTANCE = newKafka();
  }

  private static final class SharedRedis {
    static final TestRedis INSTANCE = newRedis();
  }
}
