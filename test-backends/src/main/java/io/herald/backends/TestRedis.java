package io.herald.backends;

/** A running Redis that a test may also stop, start and flush. */
public interface TestRedis extends AutoCloseable {

  /** {@code redis://host:port}, the same for its whole life. */
  String url();

  /**
   * Stops Redis; returns when it is gone. Only for those of {@link Backends#newRedis()}: the shared
   * one is everybody's.
   */
  void stop();

  /** Starts it again at the same address with its data; returns when it answers. */
  void start();

  /** Removes every key. Only for those of {@link Backends#newRedis()}. */
  void flush();

  /** Stops it for good. */
  @Override
  void close();
}
