package io.herald.bot.progress;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.herald.runtime.redis.RedisLink;
import io.herald.runtime.redis.Script;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Whose turn it is to tell a chat of progress: over all replicas one edit in {@link #EVERY}. The
 * end of a job waits for no turn, and takes it from others.
 *
 * <p>Redis is gone: each replica counts for itself, so that a chat may get as many edits more as
 * there are replicas, and one of them may tell of progress after another told the end.
 */
final class Turns {

  /** Telegram lets a bot edit in one chat about once a second, in a group 20 times a minute. */
  static final Duration EVERY = Duration.ofSeconds(3);

  // As long as its events lie on the topic: a replay must not tell what was before the end.
  private static final Duration ENDED = Duration.ofDays(7);
  private static final Script TAKE = Script.of(Turns.class, ScriptOutputType.INTEGER, "take.lua");
  private static final byte[] EXISTS = {'1'};

  private final Cache<String, Boolean> taken =
      Caffeine.newBuilder().expireAfterWrite(EVERY).maximumSize(100_000).build();
  private final Cache<String, Boolean> ended =
      Caffeine.newBuilder().expireAfterWrite(ENDED).maximumSize(10_000).build();
  private final RedisLink redis;

  Turns(RedisLink redis) {
    this.redis = redis;
  }

  /** Takes the chat's turn for that job; never fails. */
  Mono<Turn> take(String chat, String job) {
    byte[][] keys = {turn(chat), ended(chat, job)};
    byte[] lasts = bytes(String.valueOf(EVERY.toMillis()));
    return redis
        .ask(commands -> TAKE.<Long>run(commands, keys, lasts))
        .map(Turns::turn)
        .onErrorResume(_ -> Mono.fromSupplier(() -> takeHere(chat, job)));
  }

  private Turn takeHere(String chat, String job) {
    if (ended.getIfPresent(job) != null) {
      return Turn.NEVER;
    }
    return taken.asMap().putIfAbsent(chat, true) == null ? Turn.NOW : Turn.LATER;
  }

  private static Turn turn(long answer) {
    return answer < 0 ? Turn.NEVER : answer == 0 ? Turn.LATER : Turn.NOW;
  }

  /** Takes the chat's turn from whoever has it; never fails. */
  Mono<Void> occupy(String chat) {
    taken.put(chat, true);
    return set(turn(chat), EVERY);
  }

  /** The job's end is being told: nothing else of it is told any more. Never fails. */
  Mono<Void> end(String chat, String job) {
    ended.put(job, true);
    return Mono.when(occupy(chat), set(ended(chat, job), ENDED));
  }

  private Mono<Void> set(byte[] key, Duration lasts) {
    return redis
        .ask(commands -> commands.set(key, EXISTS, SetArgs.Builder.px(lasts)))
        .onErrorComplete()
        .then();
  }

  private static byte[] turn(String chat) {
    return bytes("progress:{" + chat + "}:turn");
  }

  private static byte[] ended(String chat, String job) {
    return bytes("progress:{" + chat + "}:ended:" + job);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
