package io.herald.scheduler.due;

import io.herald.runtime.log.NowAndThen;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Looks for what is due, claims it and has it fired. It looks when the next one is due, and four
 * times a second for what has come in; as many schedulers as there are do so.
 *
 * <p>Redis is gone: nothing is claimed, what is in hand is finished. Kafka is gone: what is in hand
 * is given back, and nothing is claimed until it answers. Nothing is lost by either, only late;
 * what is too late then is left to the misfire policy.
 */
final class FireDue implements SmartLifecycle, HealthIndicator {

  private static final Logger log = LoggerFactory.getLogger(FireDue.class);
  private static final Duration AT_LEAST = Duration.ofMillis(10);
  private static final Duration AT_MOST = Duration.ofMillis(250);
  private static final Duration AGAIN = Duration.ofSeconds(1);
  private static final Duration AFTER_A_FAULT = Duration.ofMinutes(1);
  private static final Duration ENDING = Duration.ofSeconds(5);
  // Redis does nothing else meanwhile: half a millisecond.
  private static final int MOST_AT_ONCE = 100;

  private final NowAndThen complaints = new NowAndThen(Duration.ofSeconds(30), System::nanoTime);
  private final Map<String, Claimed> inHand = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();
  private final DueQueue queue;
  private final FireClaimed fire;
  private final Over over;
  private final DueSettings settings;
  private final DueMetrics metrics;
  private final InstantSource clock;
  private final BooleanSupplier kafkaAnswers;
  private volatile boolean isEnding;
  private volatile boolean works;
  private Disposable looking = Disposables.disposed();

  FireDue(
      DueQueue queue,
      FireClaimed fire,
      Over over,
      DueSettings settings,
      DueMetrics metrics,
      InstantSource clock,
      BooleanSupplier kafkaAnswers) {
    this.queue = queue;
    this.fire = fire;
    this.over = over;
    this.settings = settings;
    this.metrics = metrics;
    this.clock = clock;
    this.kafkaAnswers = kafkaAnswers;
    metrics.follow(count);
  }

  @Override
  public void start() {
    isEnding = false;
    looking =
        Mono.defer(this::look)
            .onErrorResume(this::failedToLook)
            .flatMap(Mono::delay)
            .repeat(() -> !isEnding)
            .subscribe();
  }

  /** How long to wait before the next look. */
  private Mono<Duration> look() {
    int most = Math.min(settings.atOnce() - count.get(), MOST_AT_ONCE);
    if (most <= 0) {
      return Mono.just(AT_LEAST);
    }
    if (!kafkaAnswers.getAsBoolean()) {
      return Mono.just(AT_MOST);
    }
    // Reading what was claimed is no work for the connection's own thread.
    return queue
        .claim(clock.instant(), most)
        .publishOn(Schedulers.parallel())
        .map(claims -> begin(claims, most));
  }

  private Duration begin(Claims claims, int most) {
    works = true;
    metrics.looked(claims);
    claims.claimed().forEach(this::begin);
    return claims.claimed().size() == most ? AT_LEAST : untilNext(claims);
  }

  private Duration untilNext(Claims claims) {
    if (claims.next() == null) {
      return AT_MOST;
    }
    Duration until = Duration.between(clock.instant(), claims.next());
    if (until.compareTo(AT_LEAST) < 0) {
      return AT_LEAST;
    }
    return until.compareTo(AT_MOST) > 0 ? AT_MOST : until;
  }

  private void begin(Claimed claimed) {
    String id = claimed.schedule().id();
    // Its lease is over, and it is still in hand: whoever claims it next fires it again.
    if (inHand.putIfAbsent(id, claimed) != null) {
      return;
    }
    count.incrementAndGet();
    Mono.defer(() -> handle(claimed))
        .timeout(settings.patience())
        .onErrorResume(error -> failedToFire(claimed, error))
        .doFinally(_ -> finished(id))
        .subscribe();
  }

  private Mono<Void> handle(Claimed claimed) {
    Instant due = claimed.due();
    return due == null ? over.forget(claimed) : fire.fire(claimed, due);
  }

  private void finished(String id) {
    inHand.remove(id);
    count.decrementAndGet();
  }

  private Mono<Void> failedToFire(Claimed claimed, Throwable error) {
    metrics.failed();
    boolean willPass = Payloads.mayWorkLater(error);
    if (!willPass || complaints.isDue()) {
      log.warn(
          "Schedule {} is due and waits to be fired: {}", claimed.schedule().id(), text(error));
    }
    Instant again = clock.instant().plus(willPass ? AGAIN : AFTER_A_FAULT);
    return queue.giveBack(claimed, again).onErrorComplete();
  }

  private Mono<Duration> failedToLook(Throwable error) {
    works = false;
    if (complaints.isDue()) {
      log.warn("Nothing that is due is fired until Redis answers: {}", text(error));
    }
    return Mono.just(AGAIN);
  }

  private static String text(Throwable error) {
    return error.getClass().getSimpleName() + ": " + error.getMessage();
  }

  /** Claims nothing any more, lets what is in hand finish, and gives the rest back. */
  @Override
  public void stop(Runnable stopped) {
    isEnding = true;
    Flux.interval(Duration.ofMillis(20))
        .takeUntil(_ -> count.get() == 0)
        .take(ENDING)
        .then(Mono.defer(this::giveBack))
        .doFinally(_ -> stopped.run())
        .subscribe();
  }

  private Mono<Void> giveBack() {
    looking.dispose();
    return Flux.fromIterable(inHand.values())
        .flatMap(it -> queue.giveBack(it, clock.instant()), MOST_AT_ONCE)
        .onErrorComplete()
        .then();
  }

  @Override
  public void stop() {
    stop(() -> {});
  }

  @Override
  public boolean isRunning() {
    return !looking.isDisposed();
  }

  /** Up while what is due can be claimed. */
  @Override
  public Health health() {
    return (works ? Health.up() : Health.down()).build();
  }
}
