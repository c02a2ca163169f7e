package io.herald.runtime.account;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.herald.runtime.redis.RedisLink;
import io.herald.runtime.redis.Script;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Keeps people from guessing: who was wrong five times within fifteen minutes is locked out for
 * fifteen. An attempt counts when it begins, so that many at once are no way around.
 *
 * <p>Redis is gone: fails with {@link AccountsUnknown}, and nobody may try.
 */
public final class Attempts {

  private static final int MOST = 5;
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final Script ATTEMPT =
      Script.of(Attempts.class, ScriptOutputType.INTEGER, "attempt.lua");
  private static final Script TAKE_BACK =
      Script.of(Attempts.class, ScriptOutputType.INTEGER, "take-back.lua");

  private final RedisLink redis;

  Attempts(RedisLink redis) {
    this.redis = redis;
  }

  /**
   * Counts an attempt that is about to be made.
   *
   * @param who whoever guesses, and what: {@code verify:user:ann}
   * @return zero when it may be made; otherwise how long they are locked out
   */
  public Mono<Duration> begin(String who) {
    byte[][] arguments = {AccountKeys.bytes(MOST), AccountKeys.bytes(WINDOW.toMillis())};
    return redis
        .ask(commands -> ATTEMPT.<Long>run(commands, keys(who), arguments))
        .onErrorMap(AccountsUnknown::because)
        .map(Duration::ofMillis);
  }

  /** How many more attempts may be made before they are locked out. */
  public Mono<Integer> left(String who) {
    return redis
        .ask(commands -> commands.get(keys(who)[0]))
        .onErrorMap(AccountsUnknown::because)
        .map(made -> Math.max(0, MOST - Integer.parseInt(new String(made, US_ASCII))))
        .defaultIfEmpty(MOST);
  }

  /**
   * The attempt was right: it does not count. Those that were wrong before it do, or a code of
   * one's own would buy four more guesses.
   */
  public Mono<Void> takeBack(String who) {
    return redis
        .ask(commands -> TAKE_BACK.<Long>run(commands, keys(who)))
        .onErrorMap(AccountsUnknown::because)
        .then();
  }

  private static byte[][] keys(String who) {
    return new byte[][] {AccountKeys.bytes("attempts:" + who)};
  }
}
