package io.herald.runtime.redis;

import io.herald.runtime.log.NowAndThen;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.connection.lettuce.LettuceConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The connection to Redis for hot paths: hands out Lettuce's own commands while Redis answers, and
 * nothing while it does not, so that nobody waits for a server that is gone.
 */
public final class RedisLink implements SmartLifecycle, HealthIndicator {

  private static final Logger log = LoggerFactory.getLogger(RedisLink.class);
  private static final Duration WHILE_UP = Duration.ofSeconds(1);
  private static final Duration WHILE_DOWN = Duration.ofMillis(250);

  // Each takes up to the connect time-out; a refused connection takes none.
  private static final int FIRST_LOOKS = 3;

  private final NowAndThen refusals = new NowAndThen(Duration.ofSeconds(30), System::nanoTime);
  private final LettuceConnectionFactory connections;
  private volatile @Nullable RedisClusterAsyncCommands<byte[], byte[]> commands;
  private volatile boolean complained;
  private Disposable watching = Disposables.disposed();

  RedisLink(LettuceConnectionFactory connections) {
    this.connections = connections;
  }

  /** Commands on a shared connection, or empty while Redis does not answer. */
  public Optional<RedisClusterAsyncCommands<byte[], byte[]>> commands() {
    return Optional.ofNullable(commands);
  }

  /**
   * Asks Redis; subscribing again asks again.
   *
   * @return the answer, empty for none; fails with {@link RedisGone} while Redis does not answer
   */
  public <T> Mono<T> ask(
      Function<RedisClusterAsyncCommands<byte[], byte[]>, CompletionStage<T>> command) {
    return Mono.defer(() -> Mono.fromCompletionStage(command.apply(required())))
        .doOnError(error -> !(error instanceof RedisGone), this::suspect);
  }

  private RedisClusterAsyncCommands<byte[], byte[]> required() {
    return commands().orElseThrow(RedisGone::new);
  }

  /**
   * A command failed. When Redis took too long or the connection is gone, Redis counts as gone
   * until it answers a ping; when it answered with an error, it is there, and only that command
   * failed.
   */
  public void suspect(Throwable error) {
    Throwable cause = error instanceof CompletionException wrapped ? wrapped.getCause() : error;
    if (cause instanceof RedisCommandExecutionException refusal) {
      refused(refusal);
      return;
    }
    commands = null;
    complain(error);
  }

  private void refused(RedisCommandExecutionException refusal) {
    if (refusals.isDue()) {
      String kind = String.valueOf(refusal.getMessage()).split(" ", 2)[0];
      log.warn("Redis refuses commands ({}); going on without its answers", kind);
    }
  }

  /** Waits a little for a slow server, so that work does not begin without it for no reason. */
  @Override
  public void start() {
    for (int i = 0; i < FIRST_LOOKS && commands == null; i++) {
      look();
    }
    watching = Mono.fromRunnable(this::look).then(pause()).repeat().subscribe();
  }

  private Mono<Void> pause() {
    return Mono.defer(() -> Mono.delay(commands == null ? WHILE_DOWN : WHILE_UP))
        .publishOn(Schedulers.boundedElastic())
        .then();
  }

  // Blocks for a moment (connecting, ping) on a thread that may.
  private void look() {
    try (LettuceConnection connection = (LettuceConnection) connections.getConnection()) {
      connection.ping();
      var found = connection.getNativeConnection();
      if (commands == null) {
        log.info("Redis answers");
      }
      complained = false;
      commands = found;
    } catch (RuntimeException e) {
      suspect(e);
    }
  }

  private void complain(Throwable error) {
    if (!complained) {
      complained = true;
      log.warn("Redis does not answer ({}); going on without it", error.getClass().getSimpleName());
    }
  }

  @Override
  public Health health() {
    return (commands == null ? Health.down() : Health.up()).build();
  }

  /** First to start and last to stop: whoever works asks Redis until the end. */
  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public void stop() {
    watching.dispose();
  }

  @Override
  public boolean isRunning() {
    return !watching.isDisposed();
  }
}
