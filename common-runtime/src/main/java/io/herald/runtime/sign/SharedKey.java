package io.herald.runtime.sign;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.runtime.redis.RedisLink;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/**
 * A key that the services agree on in Redis where none is set: whoever comes first puts theirs
 * there, the others take it over.
 *
 * <p>Redis is gone: each goes on with the key it has, so that buttons made before still work. Redis
 * has forgotten: the first to notice puts back the key that all of them hold.
 */
final class SharedKey implements SigningKey, SmartLifecycle {

  static final byte[] PLACE = "signing-key".getBytes(UTF_8);

  private static final Logger log = LoggerFactory.getLogger(SharedKey.class);
  private static final int BYTES = 32;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final RedisLink redis;
  private final Duration every;
  private volatile byte[] key = new byte[BYTES];
  private Disposable agreeing = Disposables.disposed();

  /**
   * @param every how often it looks whether the others still have the same key
   */
  SharedKey(RedisLink redis, Duration every) {
    this.redis = redis;
    this.every = every;
    new SecureRandom().nextBytes(key);
  }

  @Override
  public byte[] bytes() {
    return key;
  }

  @Override
  public boolean isConfigured() {
    return false;
  }

  /** Agrees with the others before anything is signed, when Redis answers in time. */
  @Override
  public void start() {
    log.warn(
        "HERALD_SIGNING_SECRET is not set: buttons are signed with a key kept in Redis, and there"
            + " are no download links; set the same secret for all services");
    Mono<Void> first = agree();
    first.toFuture().join();
    agreeing = Mono.delay(every).then(Mono.defer(this::agree)).repeat().subscribe();
  }

  /** Offers the own key and takes the one that is there; never fails. */
  private Mono<Void> agree() {
    return redis
        .ask(commands -> commands.setnx(PLACE, key))
        .then(redis.ask(commands -> commands.get(PLACE)))
        .timeout(PATIENCE)
        .doOnNext(this::take)
        .onErrorComplete()
        .then();
  }

  private void take(byte[] found) {
    if (found.length == BYTES && !Arrays.equals(found, key)) {
      key = found;
    }
  }

  /** After the connection to Redis and before all that may sign. */
  @Override
  public int getPhase() {
    return 1;
  }

  @Override
  public void stop() {
    agreeing.dispose();
  }

  @Override
  public boolean isRunning() {
    return !agreeing.isDisposed();
  }
}
