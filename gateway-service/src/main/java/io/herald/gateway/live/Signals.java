package io.herald.gateway.live;

import io.herald.runtime.history.ChangeLog;
import java.time.Duration;
import java.util.Set;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/**
 * Hears for whom something has changed, once for all streams of this replica, and hands it on.
 *
 * <p>Redis is gone: nothing is heard until it is back; streams look by themselves every {@value
 * #LOOK_SECONDS} seconds, so that nothing is missed.
 */
final class Signals implements SmartLifecycle {

  static final int LOOK_SECONDS = 5;

  private static final Retry AGAIN = Retry.fixedDelay(Long.MAX_VALUE, Duration.ofMillis(500));

  private final Sinks.Many<Set<String>> heard = Sinks.many().multicast().directBestEffort();
  private final ChangeLog changes;
  private Disposable hearing = Disposables.disposed();

  Signals(ChangeLog changes) {
    this.changes = changes;
  }

  /** Tells at once, and then whenever something may have changed for that person. */
  Flux<Boolean> of(String user) {
    return Flux.merge(
            heard.asFlux().filter(users -> users.contains(user)),
            Flux.interval(Duration.ZERO, Duration.ofSeconds(LOOK_SECONDS)))
        .map(_ -> true)
        .onBackpressureLatest();
  }

  @Override
  public void start() {
    hearing = changes.signals().retryWhen(AGAIN).subscribe(heard::tryEmitNext);
  }

  @Override
  public void stop() {
    hearing.dispose();
  }

  @Override
  public boolean isRunning() {
    return !hearing.isDisposed();
  }
}
