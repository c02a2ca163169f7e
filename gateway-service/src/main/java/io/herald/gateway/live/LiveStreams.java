package io.herald.gateway.live;

import io.herald.runtime.history.Change;
import io.herald.runtime.history.ChangeLog;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The streams that are open. Changes are read when a client takes them, a page at a time: a slow
 * one costs no memory. One that takes nothing for several heartbeats is cut off; it resumes where
 * it was.
 *
 * <p>Redis is gone: what is open stays open and quiet, and goes on when Redis is back.
 */
final class LiveStreams implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(LiveStreams.class);
  private static final int PAGE = 100;

  private final ChangeLog changes;
  private final Signals signals;
  private final LiveSettings settings;
  private final Map<String, Integer> open = new ConcurrentHashMap<>();
  private final Sinks.Empty<Void> end = Sinks.empty();
  private volatile boolean running;

  LiveStreams(ChangeLog changes, Signals signals, LiveSettings settings) {
    this.changes = changes;
    this.signals = signals;
    this.settings = settings;
  }

  /** Whether that person may open one more. */
  boolean hasRoom(String user) {
    return open.getOrDefault(user, 0) < settings.perPerson();
  }

  /** Whether streams can be opened: not while the service ends. */
  boolean isOpen() {
    return running;
  }

  /**
   * A stream, once Redis answers.
   *
   * @param after id of the change after which it begins; empty: from now on
   * @return changes, and heartbeats where nothing changes; fails when Redis is gone
   */
  Mono<Flux<Sign>> open(String user, Mono<String> after) {
    return changes
        .newest(user)
        .flatMap(newest -> after.defaultIfEmpty(newest))
        .map(begin -> stream(user, begin));
  }

  private Flux<Sign> stream(String user, String begin) {
    Flux<Sign> beats = Flux.interval(settings.heartbeat()).map(_ -> Sign.HEARTBEAT);
    return Flux.merge(2, changes(user, begin).map(Sign.Changed::new), beats)
        .take(settings.lifetime())
        .takeUntilOther(end.asMono())
        .doOnSubscribe(_ -> open.merge(user, 1, Integer::sum))
        .doFinally(_ -> open.computeIfPresent(user, (_, count) -> count == 1 ? null : count - 1));
  }

  private Flux<Change> changes(String user, String begin) {
    return Flux.defer(() -> {
      var last = new AtomicReference<>(begin);
      return signals
          .of(user)
          .concatMap(_ -> news(user, last), 1)
          .doOnNext(change -> last.set(change.id()));
    });
  }

  private Flux<Change> news(String user, AtomicReference<String> last) {
    return Flux.defer(() -> pages(user, last.get()))
        .onErrorResume(error -> {
          log.debug("A live stream waits for Redis ({})", error.getClass().getSimpleName());
          return Mono.empty();
        });
  }

  private Flux<Change> pages(String user, String after) {
    return changes
        .after(user, after, PAGE)
        .flatMapMany(page -> {
          Flux<Change> some = Flux.fromIterable(page);
          return page.size() < PAGE
              ? some
              : some.concatWith(Flux.defer(() -> pages(user, page.getLast().id())));
        });
  }

  /** Open streams of this replica. */
  int count() {
    return open.values().stream().mapToInt(Integer::intValue).sum();
  }

  @Override
  public void start() {
    running = true;
  }

  /** Ends every stream, before the server waits for its open requests. */
  @Override
  public void stop() {
    running = false;
    end.tryEmitEmpty();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
