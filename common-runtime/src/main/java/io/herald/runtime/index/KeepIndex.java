package io.herald.runtime.index;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;

/**
 * Keeps an index up to date with its topics. How far it is lies in Redis beside it: when Redis has
 * forgotten, the topics are read again from their beginning. Of all replicas one reads at a time.
 */
public final class KeepIndex implements SmartLifecycle, HealthIndicator {

  /** Completes with whether everything that was on the topics a moment ago is in the index. */
  public Mono<Boolean> isComplete() {
    throw new UnsupportedOperationException("being written");
  }

  @Override
  public void start() {
    throw new UnsupportedOperationException("being written");
  }

  @Override
  public void stop() {
    throw new UnsupportedOperationException("being written");
  }

  @Override
  public boolean isRunning() {
    return false;
  }

  @Override
  public Health health() {
    throw new UnsupportedOperationException("being written");
  }
}
