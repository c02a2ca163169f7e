package io.herald.gateway.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.runtime.redis.GroupCommit;
import io.herald.runtime.redis.RedisLink;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
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
  private static final char CLAIM = 'c';
  private static final char FINISH = 'f';

  // One letter a key says what is asked, and one what was found: n for new, else the state.
  private static final byte[] SCRIPT =
      """
      local found = {}
      for i, key in ipairs(KEYS) do
        if string.sub(ARGV[1], i, i) == 'f' then
          redis.call('SET', key, 'd', 'PX', ARGV[3])
          found[i] = 'd'
        elseif redis.call('SET', key, 'p', 'NX', 'PX', ARGV[2]) then
          found[i] = 'n'
        else
          found[i] = redis.call('GET', key) or 'p'
        end
      end
      return table.concat(found)
      """
          .getBytes(UTF_8);

  private static final byte[] PENDING_MILLIS = millis(PENDING);
  private static final byte[] DONE_MILLIS = millis(DONE);

  private record Ask(char what, byte[] key) {}

  private final RedisLink redis;
  // One group a bot: in a cluster the keys of one script have to lie in one slot.
  private final Map<String, GroupCommit<Ask, Claim>> asks = new ConcurrentHashMap<>();

  ClaimUpdates(RedisLink redis) {
    this.redis = redis;
  }

  /** Claims an update; never fails. */
  Mono<Claim> claim(IncomingUpdate update) {
    return redis.commands().isEmpty()
        ? Mono.just(Claim.UNKNOWN)
        : asks(update).add(new Ask(CLAIM, key(update)));
  }

  /** Says, in its own time, that the update is in Kafka; it rides along with the next claims. */
  void markDone(IncomingUpdate update) {
    if (redis.commands().isPresent()) {
      asks(update).submit(new Ask(FINISH, key(update)));
    }
  }

  /** Gives a claim back, so that the re-send finds it free; never fails, it ends by itself. */
  Mono<Void> giveBack(IncomingUpdate update) {
    return Mono.justOrEmpty(redis.commands())
        .flatMap(commands -> Mono.fromCompletionStage(() -> commands.del(key(update))))
        .onErrorComplete()
        .then();
  }

  private GroupCommit<Ask, Claim> asks(IncomingUpdate update) {
    return asks.computeIfAbsent(update.bot(), _ -> new GroupCommit<>(GROUP, this::askAll));
  }

  private CompletionStage<List<Claim>> askAll(List<Ask> asks) {
    RedisClusterAsyncCommands<byte[], byte[]> commands = redis.commands().orElse(null);
    if (commands == null) {
      return CompletableFuture.completedFuture(unknown(asks));
    }
    byte[][] keys = new byte[asks.size()][];
    byte[] letters = new byte[asks.size()];
    for (int i = 0; i < asks.size(); i++) {
      keys[i] = asks.get(i).key();
      letters[i] = (byte) asks.get(i).what();
    }
    return commands
        .<byte[]>eval(SCRIPT, ScriptOutputType.VALUE, keys, letters, PENDING_MILLIS, DONE_MILLIS)
        .thenApply(ClaimUpdates::states)
        .exceptionally(error -> gone(error, asks));
  }

  private List<Claim> gone(Throwable error, List<Ask> asks) {
    redis.suspect(error);
    return unknown(asks);
  }

  private static List<Claim> unknown(List<Ask> asks) {
    return Collections.nCopies(asks.size(), Claim.UNKNOWN);
  }

  private static List<Claim> states(byte[] letters) {
    List<Claim> claims = new ArrayList<>(letters.length);
    for (byte letter : letters) {
      claims.add(letter == 'n' ? Claim.OURS : letter == 'd' ? Claim.DONE : Claim.PENDING);
    }
    return claims;
  }

  private static byte[] millis(Duration duration) {
    return Long.toString(duration.toMillis()).getBytes(UTF_8);
  }

  private static byte[] key(IncomingUpdate update) {
    return update.claimKey().getBytes(UTF_8);
  }
}
