package io.herald.worker.admission;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.runtime.redis.RedisLink;
import io.herald.runtime.redis.Script;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Counts the workers that are alive, so that each knows its share of a bot's rate while Redis is
 * away. Redis is gone: the last count holds.
 */
final class LiveWorkers implements SmartLifecycle {

  private static final Duration BEAT = Duration.ofSeconds(5);
  private static final Script COUNT =
      Script.of(LiveWorkers.class, ScriptOutputType.INTEGER, "workers.lua");
  private static final byte[][] KEYS = {"workers:{herald}".getBytes(UTF_8)};

  private final RedisLink redis;
  private final byte[] process;
  private volatile int count = 1;
  private Disposable beating = Disposables.disposed();

  LiveWorkers(RedisLink redis, String process) {
    this.redis = redis;
    this.process = process.getBytes(UTF_8);
  }

  /** As far as is known, this one included; at least 1. */
  int count() {
    return count;
  }

  Mono<Void> beat() {
    return Mono.defer(() -> Mono.justOrEmpty(redis.commands()))
        .flatMap(
            commands -> Mono.fromCompletionStage(() -> COUNT.<Long>run(commands, KEYS, process)))
        .doOnNext(alive -> count = Math.max(1, alive.intValue()))
        .doOnError(redis::suspect)
        .onErrorComplete()
        .then();
  }

  @Override
  public void start() {
    beating =
        Flux.interval(Duration.ZERO, BEAT).onBackpressureDrop().concatMap(_ -> beat()).subscribe();
  }

  /** A worker that ends is missed by nobody: its last beat counts for 20 s more. */
  @Override
  public void stop() {
    beating.dispose();
  }

  @Override
  public boolean isRunning() {
    return !beating.isDisposed();
  }
}
