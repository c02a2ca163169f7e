package io.herald.bot.broadcast;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.runtime.redis.RedisLink;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Texts that were shown and not sent yet, for a day, in Redis: nobody was promised anything about
 * them. Redis is gone: fails, and the admin is asked to try again; it has forgotten: the admin is
 * asked to write the text again.
 */
final class Drafts {

  private static final Duration LIVES = Duration.ofDays(1);

  private final RedisLink redis;

  Drafts(RedisLink redis) {
    this.redis = redis;
  }

  Mono<Void> keep(Round round, String text) {
    return redis
        .ask(commands -> commands.set(key(round), text.getBytes(UTF_8), SetArgs.Builder.px(LIVES)))
        .then();
  }

  /** The text; empty when it was sent or dropped long ago. */
  Mono<String> find(Round round) {
    return redis.ask(commands -> commands.get(key(round))).map(text -> new String(text, UTF_8));
  }

  Mono<Void> drop(Round round) {
    return redis.ask(commands -> commands.del(key(round))).then();
  }

  private static byte[] key(Round round) {
    return ("broadcast:draft:" + round.bot() + ':' + round.update()).getBytes(UTF_8);
  }
}
