package io.herald.runtime.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Lets one change at a time happen to what has a name, over all services: a lock in Redis that ends
 * by itself when its holder was killed.
 *
 * <p>Redis is gone, or the lock is not given back in two seconds: fails with the refusal that it
 * was made with, and nothing is changed.
 */
public final class OneAtATime {

  // Publishing gives up before: see delivery.timeout.ms.
  private static final Duration HELD = Duration.ofSeconds(10);
  private static final Script UNLOCK =
      Script.of(OneAtATime.class, ScriptOutputType.INTEGER, "unlock.lua");
  private static final Retry WHILE_HELD =
      Retry.fixedDelay(80, Duration.ofMillis(25))
          .filter(Held.class::isInstance)
          .onRetryExhaustedThrow((_, retries) -> retries.failure());

  private final RedisLink redis;
  private final String prefix;
  private final Function<String, RuntimeException> refusal;

  /**
   * For what has names of one kind.
   *
   * @param prefix what the locks' keys begin with
   * @param refusal the error with that reason, for people
   */
  public OneAtATime(RedisLink redis, String prefix, Function<String, RuntimeException> refusal) {
    this.redis = redis;
    this.prefix = prefix;
    this.refusal = refusal;
  }

  /** Does it while nobody else does anything to what has that name. */
  public <T> Mono<T> run(String name, Supplier<Mono<T>> work) {
    byte[] key = (prefix + name).getBytes(UTF_8);
    byte[] holder = UUID.randomUUID().toString().getBytes(UTF_8);
    return Mono.usingWhen(lock(key, holder), _ -> work.get(), _ -> unlock(key, holder));
  }

  private Mono<String> lock(byte[] key, byte[] holder) {
    return redis
        .ask(commands -> commands.set(key, holder, SetArgs.Builder.nx().px(HELD)))
        .switchIfEmpty(Mono.error(Held::new))
        .retryWhen(WHILE_HELD)
        .onErrorMap(this::refused);
  }

  private RuntimeException refused(Throwable error) {
    return refusal.apply(
        error instanceof Held
            ? "somebody else is changing it"
            : "Redis does not answer (" + error.getClass().getSimpleName() + ")");
  }

  // When Redis goes away meanwhile the lock ends by itself.
  private Mono<Void> unlock(byte[] key, byte[] holder) {
    return redis
        .ask(commands -> UNLOCK.<Long>run(commands, new byte[][] {key}, holder))
        .onErrorComplete()
        .then();
  }

  private static final class Held extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Held() {
      super("held", null, false, false);
    }
  }
}
