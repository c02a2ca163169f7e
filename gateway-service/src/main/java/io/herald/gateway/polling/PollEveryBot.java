package io.herald.gateway.polling;

import java.util.List;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

/** Polls for every bot while the gateway runs; an update in flight at the end is fetched again. */
final class PollEveryBot implements SmartLifecycle {

  private final List<PollUpdates> bots;
  private Disposable polling = Disposables.disposed();

  PollEveryBot(List<PollUpdates> bots) {
    this.bots = bots;
  }

  @Override
  public void start() {
    if (!bots.isEmpty()) {
      polling = Flux.fromIterable(bots).flatMap(PollUpdates::poll, bots.size()).subscribe();
    }
  }

  @Override
  public void stop() {
    polling.dispose();
  }

  @Override
  public boolean isRunning() {
    return !polling.isDisposed();
  }
}
