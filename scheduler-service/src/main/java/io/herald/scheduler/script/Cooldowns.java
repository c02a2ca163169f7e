package io.herald.scheduler.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.job.JobCommand;
import io.herald.model.job.JobOwner;
import io.herald.runtime.redis.RedisLink;
import io.herald.runtime.redis.Script;
import io.lettuce.core.RedisException;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Spares owners: of what one script tells one person in one chat, the first counts, and then
 * nothing for a while. What is held carries the job's id, so that the same job may always go on.
 *
 * <p>Redis is gone: everything passes. Better twice than never.
 */
final class Cooldowns {

  private static final Script CLAIM =
      Script.of(Cooldowns.class, ScriptOutputType.INTEGER, "claim.lua");

  private final RedisLink redis;

  Cooldowns(RedisLink redis) {
    this.redis = redis;
  }

  /**
   * Claims the word for that job, for that long; zero only looks.
   *
   * @param about what it is about, {@code told} or {@code failed}
   * @return how long another job's claim still holds; zero: this one may tell
   */
  Mono<Duration> claim(JobCommand job, String about, Duration length) {
    JobOwner owner = job.owner();
    String whom = owner == null ? "admins" : owner.user() + ":" + owner.chat();
    String key = "script:cooldown:%s:%s:%s".formatted(job.type(), whom, about);
    return redis
        .ask(commands ->
            CLAIM.<Long>run(
                commands,
                new byte[][] {bytes(key)},
                bytes(job.id()),
                bytes(String.valueOf(length.toMillis()))))
        .map(Duration::ofMillis)
        .onErrorReturn(RedisException.class, Duration.ZERO);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
