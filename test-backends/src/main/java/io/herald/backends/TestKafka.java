package io.herald.backends;

/** A running Kafka broker that a test may also stop and start; its records outlast that. */
public interface TestKafka extends AutoCloseable {

  /** {@code host:port}, the same for the broker's whole life. */
  String bootstrapServers();

  /**
   * Stops the broker; returns when it is gone. Only for brokers of {@link Backends#newKafka()}: the
   * shared one is everybody's.
   */
  void stop();

  /** Starts it again at the same address with its records; returns when it serves requests. */
  void start();

  /** Stops it for good. */
  @Override
  void close();
}
