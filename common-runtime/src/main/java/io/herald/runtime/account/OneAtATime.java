package io.herald.runtime.account;

import io.herald.runtime.redis.RedisLink;
import io.herald.runtime.redis.Script;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Lets one change at a time happen to what has a name, over all services: a lock in Redis that ends
 * by itself when its holder was killed.
 *
 * <p>Redis is gone, or the lock is not given back in two seconds: fails with {@link
 * AccountsUnknown}, and nothing is changed.
 */
final class OneAtATime {

  // Publishing gives up before: see delivery.timeout.ms.
  private static final Duration HELD = Duration.ofSeconds(10);
  private static final Script UNLOCK =
      Script.of(OneAtATime.class, ScriptOutputType.INTEGER, "unlock.lua");
  private static final Retry WHILE_HELD =
      Retry.fixedDelay(80, Duration.ofMillis(25))
          .filter(Held.class::isInstance)
          .onRetryExhaustedThrow((_, _) -> new AccountsUnknown("somebody else is changing it"));

  private final RedisLink redis;

  OneAtATime(RedisLink redis) {
    this.redis = redis;
  }

  /** Does it while nobody else does anything to what has that name. */
  <T> Mono<T> run(String name, Supplier<Mono<T>> work) {
    byte[] key = AccountKeys.bytes("lock:account:" + name);
    byte[] holder = AccountKeys.bytes(UUID.randomUUID().toString());
    return Mono.usingWhen(lock(key, holder), _ -> work.get(), _ -> unlock(key, holder));
  }

  private Mono<String> lock(byte[] key, byte[] holder) {
    return redis
        .ask(commands -> commands.set(key, holder, SetArgs.Builder.nx().px(HELD)))
        .switchIfEmpty(Mono.error(Held::new))
        .retryWhen(WHILE_HELD)
        .onErrorMap(AccountsUnknown::because);
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
