package io.herald.gateway.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.runtime.redis.RedisLink;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import reactor.core.publisher.Mono;

/**
 * Claims updates in Redis so that each is published once. A claim is {@code pending} while its
 * holder publishes and {@code done} afterwards; a pending one ends by itself soon, so that a crash
 * never swallows the re-send. Redis gone: {@link Claim#UNKNOWN}, the update is published anyway.
 */
final class ClaimUpdates {

  /** Longer than a publish can take, short enough for a re-send after a crash. */
  static final Duration PENDING = Duration.ofSeconds(30);

  /** Longer than Telegram re-sends an update (24 h). */
  static final Duration DONE = Duration.ofHours(48);

  private static final int GROUP = 256;

  // One letter an update: n for new, else the state that was found.
  private static final byte[] CLAIM =
      """
      local found = {}
      for i, key in ipairs(KEYS) do
        if redis.call('SET', key, 'p', 'NX', 'PX', ARGV[1]) then
          found[i] = 'n'
        else
          found[i] = redis.call('GET', key) or 'p'
        end
      end
      return table.concat(found)
      """
          .getBytes(UTF_8);

  private static final byte[] FINISH =
      """
      for _, key in ipairs(KEYS) do
        redis.call('SET', key, 'd', 'PX', ARGV[1])
      end
      return 'ok'
      """
          .getBytes(UTF_8);

  private final RedisLink redis;
  private final GroupCommit<IncomingUpdate, Claim> claims;
  private final GroupCommit<IncomingUpdate, Boolean> finishes;

  ClaimUpdates(RedisLink redis) {
    this.redis = redis;
    this.claims = new GroupCommit<>(GROUP, this::claimAll);
    this.finishes = new GroupCommit<>(GROUP, this::finishAll);
  }

  /** Claims an update; never fails. */
  Mono<Claim> claim(IncomingUpdate update) {
    return redis.commands().isEmpty() ? Mono.just(Claim.UNKNOWN) : claims.add(update);
  }

  /** Says, in its own time, that the update is in Kafka. */
  void markDone(IncomingUpdate update) {
    if (redis.commands().isPresent()) {
      finishes.submit(update);
    }
  }

  /** Gives a claim back, so that the re-send finds it free; never fails, it ends by itself. */
  Mono<Void> giveBack(IncomingUpdate update) {
    return Mono.justOrEmpty(redis.commands())
        .flatMap(commands -> Mono.fromCompletionStage(() -> commands.del(key(update))))
        .onErrorComplete()
        .then();
  }

  private CompletionStage<List<Claim>> claimAll(List<IncomingUpdate> updates) {
    return run(CLAIM, updates, PENDING)
        .thenApply(ClaimUpdates::states)
        .exceptionally(error -> gone(error, updates, Claim.UNKNOWN));
  }

  private CompletionStage<List<Boolean>> finishAll(List<IncomingUpdate> updates) {
    return run(FINISH, updates, DONE)
        .thenApply(_ -> Collections.nCopies(updates.size(), true))
        .exceptionally(error -> gone(error, updates, false));
  }

  private CompletionStage<byte[]> run(byte[] script, List<IncomingUpdate> updates, Duration ttl) {
    RedisClusterAsyncCommands<byte[], byte[]> commands = redis.commands().orElse(null);
    if (commands == null) {
      return CompletableFuture.failedFuture(new IllegalStateException("Redis is gone"));
    }
    byte[][] keys = updates.stream().map(ClaimUpdates::key).toArray(byte[][]::new);
    byte[] millis = Long.toString(ttl.toMillis()).getBytes(UTF_8);
    return commands.<byte[]>eval(script, ScriptOutputType.VALUE, keys, millis);
  }

  private <R> List<R> gone(Throwable error, List<IncomingUpdate> updates, R answer) {
    redis.suspect(error);
    return Collections.nCopies(updates.size(), answer);
  }

  private static List<Claim> states(byte[] letters) {
    List<Claim> claims = new ArrayList<>(letters.length);
    for (byte letter : letters) {
      claims.add(letter == 'n' ? Claim.OURS : letter == 'd' ? Claim.DONE : Claim.PENDING);
    }
    return claims;
  }

  private static byte[] key(IncomingUpdate update) {
    return update.claimKey().getBytes(UTF_8);
  }
}
