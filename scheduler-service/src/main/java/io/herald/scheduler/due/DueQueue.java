package io.herald.scheduler.due;

import static io.herald.runtime.schedule.ScheduleKeys.bytes;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.json.Json;
import io.herald.model.schedule.Schedule;
import io.herald.runtime.redis.GroupCommit;
import io.herald.runtime.redis.RedisGone;
import io.herald.runtime.redis.RedisLink;
import io.herald.runtime.redis.Script;
import io.herald.runtime.schedule.ScheduleKeys;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What is due, shared by all schedulers: the index of schedules in Redis.
 *
 * <p>Redis is gone: everything fails, nothing is claimed. The index is incomplete: nothing is
 * claimed either, since what was fired before would be fired again.
 */
final class DueQueue {

  private static final Script CLAIM =
      Script.of(DueQueue.class, ScriptOutputType.MULTI, "claim.lua");
  private static final Script DONE =
      Script.of(DueQueue.class, ScriptOutputType.INTEGER, "done.lua");
  private static final byte[][] CLAIM_KEYS = {
    ScheduleKeys.PLACE, ScheduleKeys.DUE, ScheduleKeys.ALL
  };
  private static final byte[][] DONE_KEYS = {ScheduleKeys.DUE};
  private static final byte[] NONE = new byte[0];
  // Redis does nothing else meanwhile: a quarter of a millisecond.
  private static final int DONE_AT_ONCE = 100;

  /**
   * What a schedule's state is to be.
   *
   * @param next null: it is not due any more
   */
  private record Done(Claimed claimed, @Nullable Instant next, Instant look) {

    void addTo(List<byte[]> arguments) {
      arguments.add(bytes(claimed.schedule().id()));
      arguments.add(bytes(claimed.record()));
      arguments.add(millis(claimed.due()));
      arguments.add(millis(next));
      arguments.add(millis(look));
    }
  }

  private final GroupCommit<Done, Boolean> done = new GroupCommit<>(DONE_AT_ONCE, this::commit);
  private final RedisLink redis;
  private final Duration lease;

  DueQueue(RedisLink redis, Duration lease) {
    this.redis = redis;
    this.lease = lease;
  }

  /** Claims what is due, the most overdue first. */
  Mono<Claims> claim(Instant now, int most) {
    byte[][] arguments = {
      ScheduleKeys.JSON, ScheduleKeys.STATES, millis(now), millis(now.plus(lease)), bytes(most)
    };
    return redis
        .ask(commands -> CLAIM.<List<byte[]>>run(commands, CLAIM_KEYS, arguments))
        .map(answer -> answer.isEmpty() ? Claims.NONE : claims(answer));
  }

  private static Claims claims(List<byte[]> answer) {
    List<Claimed> claimed = new ArrayList<>();
    for (int i = 3; i < answer.size(); i += 3) {
      Schedule schedule = Json.read(answer.get(i + 2), Schedule.class);
      claimed.add(new Claimed(schedule, text(answer.get(i)), instant(answer.get(i + 1))));
    }
    return new Claims(
        claimed, number(answer.get(0)), number(answer.get(1)), instant(answer.get(2)));
  }

  /**
   * The claimed due time is done with. What was changed or deleted meanwhile stays as it is then.
   *
   * @param next the next due time; null: there is none
   * @param look when to look at it next
   */
  Mono<Void> done(Claimed claimed, @Nullable Instant next, Instant look) {
    return done.add(new Done(claimed, next, look)).then();
  }

  /** The claimed due time stays, and anybody may claim it from that time on. */
  Mono<Void> giveBack(Claimed claimed, Instant look) {
    return done(claimed, claimed.due(), look);
  }

  private CompletionStage<List<Boolean>> commit(List<Done> all) {
    List<byte[]> arguments = new ArrayList<>(1 + 5 * all.size());
    arguments.add(ScheduleKeys.STATES);
    all.forEach(it -> it.addTo(arguments));
    return redis
        .commands()
        .map(commands -> DONE.<Long>run(commands, DONE_KEYS, arguments.toArray(byte[][]::new)))
        .orElseGet(() -> CompletableFuture.failedFuture(new RedisGone()))
        .thenApply(_ -> Collections.nCopies(all.size(), true));
  }

  private static byte[] millis(@Nullable Instant instant) {
    return instant == null ? NONE : bytes(instant.toEpochMilli());
  }

  private static @Nullable Instant instant(byte[] millis) {
    return millis.length == 0
        ? null
        : Instant.ofEpochMilli((long) Double.parseDouble(text(millis)));
  }

  private static long number(byte[] answer) {
    return Long.parseLong(text(answer));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }
}
