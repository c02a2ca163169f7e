package io.herald.worker.repetition;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.notification.NotificationRequested;
import io.herald.runtime.redis.RedisLink;
import io.herald.runtime.redis.Script;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/**
 * Claims what a recipient is sent in Redis, under the notification's id, in one round trip.
 *
 * <p>Redis is gone: everything passes. Better twice than never.
 */
public final class RedisRepetition implements AskRepetition {

  private static final Script CLAIM =
      Script.of(RedisRepetition.class, ScriptOutputType.VALUE, "claim.lua");
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final String FIRST = "first";

  private final RedisLink redis;

  /** Asks that Redis. */
  public RedisRepetition(RedisLink redis) {
    this.redis = redis;
  }

  @Override
  public Mono<String> reason(NotificationRequested notification, String bot, String chat) {
    return notification.dedupeKey() == null && notification.cooldown() == null
        ? Mono.empty()
        : claim(notification, bot + ':' + chat).filter(Predicate.not(FIRST::equals));
  }

  private Mono<String> claim(NotificationRequested notification, String recipient) {
    byte[][] keys = {
      bytes("dedupe:{" + recipient + "}:" + notification.dedupeKey()),
      bytes("cooldown:{" + recipient + "}:" + notification.source() + ':' + notification.kind())
    };
    byte[][] arguments = {
      bytes(notification.id()), millis(window(notification)), millis(cooldown(notification))
    };
    return redis
        .ask(commands -> CLAIM.<byte[]>run(commands, keys, arguments))
        .timeout(PATIENCE)
        .map(answer -> new String(answer, UTF_8))
        .onErrorComplete();
  }

  private static Duration window(NotificationRequested notification) {
    return notification.dedupeKey() == null
        ? Duration.ZERO
        : Window.parse(notification.dedupeWindow());
  }

  private static Duration cooldown(NotificationRequested notification) {
    return notification.cooldown() == null ? Duration.ZERO : notification.cooldown().duration();
  }

  private static byte[] millis(Duration duration) {
    return bytes(String.valueOf(duration.toMillis()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
