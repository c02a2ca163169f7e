package io.herald.runtime.contact;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.runtime.redis.GroupCommit;
import io.herald.runtime.redis.RedisLink;
import io.lettuce.core.SetArgs;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The contacts that have shut a bot out: one key each in Redis, {@code suspended:{bot}:chat}, whose
 * value is the reason. Whoever sends asks before it does; whoever sees the contact come back
 * restores them.
 *
 * <p>Redis is gone: fail open. A contact that is not known to be suspended costs one refused call,
 * which suspends them again.
 */
public final class SuspendedContacts {

  /** A suspension that nobody lifted ends by itself, so that no mistake lasts for ever. */
  public static final Duration LASTS = Duration.ofDays(30);

  // Keys in one question; far more than are ever asked for at once.
  private static final int GROUP = 512;

  private final RedisLink redis;
  private final GroupCommit<byte[], Boolean> restores =
      new GroupCommit<>(GROUP, keys -> restore(keys).toFuture());

  public SuspendedContacts(RedisLink redis) {
    this.redis = redis;
  }

  /**
   * The contact can't be written to until they come back; never fails.
   *
   * @param chat Telegram's chat id as decimal text, or {@code @channel}
   * @param reason a word or a short sentence without secrets
   */
  public Mono<Void> suspend(String bot, String chat, String reason) {
    var lasts = SetArgs.Builder.px(LASTS);
    return note(commands -> commands.set(key(bot, chat), reason.getBytes(UTF_8), lasts)).then();
  }

  /** The contact is back; never fails. Whether they had been suspended, false when unknown. */
  public Mono<Boolean> restore(String bot, String chat) {
    return restores.add(key(bot, chat));
  }

  // Asked for whoever writes to a bot, and next to nobody had been suspended: one question for all.
  private Mono<List<Boolean>> restore(List<byte[]> keys) {
    return note(commands -> commands.exists(keys.toArray(byte[][]::new)))
        .filter(found -> found > 0)
        .flatMap(_ -> Flux.fromIterable(keys).concatMap(this::restore).collectList())
        .defaultIfEmpty(Collections.nCopies(keys.size(), false));
  }

  private Mono<Boolean> restore(byte[] key) {
    return note(commands -> commands.del(key)).map(removed -> removed > 0).defaultIfEmpty(false);
  }

  /** Whether the contact is suspended; never fails, false when unknown. */
  public Mono<Boolean> isSuspended(String bot, String chat) {
    return note(commands -> commands.exists(key(bot, chat)))
        .map(found -> found > 0)
        .defaultIfEmpty(false);
  }

  /** The key in Redis, in the slot of all keys of its bot. */
  public static byte[] key(String bot, String chat) {
    return ("suspended:{" + bot + "}:" + chat).getBytes(UTF_8);
  }

  /** Empty when Redis says nothing, for whatever reason. */
  private <T> Mono<T> note(
      Function<RedisClusterAsyncCommands<byte[], byte[]>, CompletionStage<T>> command) {
    return Mono.defer(() -> Mono.justOrEmpty(redis.commands()))
        .flatMap(commands -> Mono.fromCompletionStage(() -> command.apply(commands)))
        .doOnError(redis::suspect)
        .onErrorComplete();
  }
}
