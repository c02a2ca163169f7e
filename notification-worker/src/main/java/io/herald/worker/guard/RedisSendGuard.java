package io.herald.worker.guard;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.message.OutboundMessage;
import io.herald.runtime.redis.RedisLink;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Keeps {@code out:{id}} in Redis: {@code sending:<process>} while an attempt is under way, {@code
 * sent} after it. What this process has sent it also knows by itself, and asks itself first.
 *
 * <p>Redis is gone or slow: fail open. A message that may go out twice is better than one that
 * waits for an index; the own memory still holds back what this process has sent.
 */
public final class RedisSendGuard implements SendGuard {

  private static final int REMEMBERED = 100_000;
  private static final Duration SENT_LIVES = Duration.ofHours(48);
  // A claim outlives its message, which is not sent after its expiry; the rest is for clocks.
  private static final Duration MARGIN = Duration.ofHours(1);
  // Only the own claim is given back: meanwhile another worker may have sent the message.
  private static final String DELETE_IF_EQUAL =
      "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return"
          + " 0";
  private static final byte[] SENT = "sent".getBytes(UTF_8);

  private final byte[] sending = ("sending:" + UUID.randomUUID()).getBytes(UTF_8);
  private final SentIds sentHere = new SentIds(REMEMBERED);
  private final RedisLink redis;
  private final Clock clock;

  public RedisSendGuard(RedisLink redis, Clock clock) {
    this.redis = redis;
    this.clock = clock;
  }

  @Override
  public Mono<Claim> claim(OutboundMessage message) {
    if (sentHere.contains(message.id())) {
      return Mono.just(Claim.SENT);
    }
    byte[] key = key(message);
    var ifAbsent = SetArgs.Builder.nx().px(sendingLives(message));
    return ask(commands -> commands.set(key, sending, ifAbsent))
        .map(_ -> Claim.FREE)
        .switchIfEmpty(Mono.defer(() -> ask(commands -> commands.get(key)).map(this::known)))
        .defaultIfEmpty(Claim.FREE);
  }

  private Claim known(byte[] state) {
    return Arrays.equals(state, SENT) ? Claim.SENT : Claim.UNCERTAIN;
  }

  @Override
  public Mono<Void> sent(OutboundMessage message) {
    sentHere.add(message.id());
    var lives = SetArgs.Builder.px(SENT_LIVES);
    return ask(commands -> commands.set(key(message), SENT, lives)).then();
  }

  @Override
  public Mono<Void> release(OutboundMessage message) {
    byte[][] keys = {key(message)};
    return this.<Long>ask(
            commands -> commands.eval(DELETE_IF_EQUAL, ScriptOutputType.INTEGER, keys, sending))
        .then();
  }

  private Duration sendingLives(OutboundMessage message) {
    Duration left = Duration.between(clock.instant(), message.expiresAt());
    return (left.isNegative() ? Duration.ZERO : left).plus(MARGIN);
  }

  /** Empty when Redis says nothing, for whatever reason. */
  private <T> Mono<T> ask(
      Function<RedisClusterAsyncCommands<byte[], byte[]>, CompletionStage<T>> command) {
    return Mono.justOrEmpty(redis.commands())
        .flatMap(commands -> Mono.fromCompletionStage(() -> command.apply(commands)))
        .doOnError(redis::suspect)
        .onErrorResume(_ -> Mono.empty());
  }

  private static byte[] key(OutboundMessage message) {
    return ("out:" + message.id()).getBytes(UTF_8);
  }
}
