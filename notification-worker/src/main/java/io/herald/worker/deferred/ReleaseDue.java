package io.herald.worker.deferred;

import io.herald.model.topic.Topics;
import io.herald.runtime.kafka.PublishRecord;
import io.herald.runtime.log.NowAndThen;
import io.herald.runtime.redis.RedisGone;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/**
 * Publishes what is due to the topic of notifications again, and then ends its wait: a crash
 * between the two publishes it twice, with the same ids. Replicas share the work by leases.
 *
 * <p>Kafka or Redis is gone: what is due waits for them. Redis has forgotten: what is due waits for
 * the index to be built, see {@link DueIndex}.
 */
final class ReleaseDue implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(ReleaseDue.class);
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final int MOST = 200;
  private static final int AT_ONCE = 32;

  private final NowAndThen complaints = new NowAndThen(Duration.ofSeconds(30), System::nanoTime);
  private final AtomicLong waiting = new AtomicLong();
  private final DueIndex index;
  private final PublishRecord publish;
  private final Supplier<Instant> now;
  private Disposable working = Disposables.disposed();

  /**
   * Wires it.
   *
   * @param now the time that due times are compared with
   */
  ReleaseDue(DueIndex index, PublishRecord publish, Supplier<Instant> now) {
    this.index = index;
    this.publish = publish;
    this.now = now;
  }

  /** How many wait, as of the last look. */
  long waiting() {
    return waiting.get();
  }

  @Override
  public void start() {
    working =
        Mono.defer(this::releaseAll)
            .onErrorResume(this::complain)
            .then(Mono.delay(LOOK))
            .repeat()
            .subscribe();
  }

  /** Releases all that is due by now. */
  Mono<Void> releaseAll() {
    return Mono.defer(this::release).repeat().takeUntil(released -> released < MOST).then();
  }

  private Mono<Integer> release() {
    return index
        .claim(now.get(), LEASE, MOST)
        .doOnNext(look -> waiting.set(look.waiting()))
        .flatMapIterable(DueIndex.Look::due)
        .flatMap(due -> release(due).thenReturn(due), AT_ONCE)
        .count()
        .map(Math::toIntExact);
  }

  private Mono<Void> release(DueIndex.Due due) {
    var tombstone = new ProducerRecord<byte[], byte[]>(Topics.DEFERRED, due.key(), null);
    return publish
        .publish(due.waiting().toRecord())
        .then(Mono.defer(() -> publish.publish(tombstone)))
        .then(Mono.defer(() -> index.remove(due.key())));
  }

  private Mono<Void> complain(Throwable error) {
    // That Redis is gone is said by whoever knows when it is back.
    if (!(error instanceof RedisGone) && complaints.isDue()) {
      log.warn("What is due waits and is tried again later ({})", error.getClass().getSimpleName());
    }
    return Mono.empty();
  }

  /** What is under way is leased: it is released again by whoever is left. */
  @Override
  public void stop() {
    working.dispose();
  }

  @Override
  public boolean isRunning() {
    return !working.isDisposed();
  }
}
