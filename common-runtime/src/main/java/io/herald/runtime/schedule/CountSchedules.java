package io.herald.runtime.schedule;

import static io.herald.runtime.schedule.ScheduleKeys.bytes;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.runtime.redis.RedisLink;
import io.herald.runtime.redis.Script;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Counts schedules in their index; it takes the same time however many there are.
 *
 * <p>Redis is gone or the index incomplete: it fails with {@link SchedulesUnknown}.
 */
public final class CountSchedules {

  /** What is due for longer than that is behind. */
  public static final Duration SOON = Duration.ofSeconds(2);

  private static final Script COUNT =
      Script.of(CountSchedules.class, ScriptOutputType.MULTI, "count.lua");
  private static final byte[][] KEYS = {ScheduleKeys.PLACE, ScheduleKeys.DUE, ScheduleKeys.ALL};

  private final RedisLink redis;

  /** Counts there. */
  public CountSchedules(RedisLink redis) {
    this.redis = redis;
  }

  /** The counts at that time. */
  public Mono<ScheduleCounts> at(Instant now) {
    byte[][] arguments = {
      ScheduleKeys.STATES,
      bytes(ScheduleKeys.MINUTES),
      bytes(now.toEpochMilli()),
      bytes(SOON.toMillis())
    };
    return redis
        .ask(commands -> COUNT.<List<byte[]>>run(commands, KEYS, arguments))
        .map(answer -> answer.stream().map(bytes -> new String(bytes, UTF_8)).toList())
        .filter(answer -> answer.getFirst().equals("1"))
        .map(CountSchedules::counts)
        .switchIfEmpty(Mono.error(SchedulesUnknown::rebuilding))
        .onErrorMap(SchedulesUnknown::because);
  }

  private static ScheduleCounts counts(List<String> answer) {
    long stored = Long.parseLong(answer.get(1));
    return new ScheduleCounts(
        stored,
        Math.max(0, stored - Long.parseLong(answer.get(2))),
        Long.parseLong(answer.get(3)),
        Long.parseLong(answer.get(4)),
        instant(answer.get(5)),
        instant(answer.get(6)),
        Long.parseLong(answer.get(7)));
  }

  private static @Nullable Instant instant(String millis) {
    return millis.isEmpty() ? null : Instant.ofEpochMilli((long) Double.parseDouble(millis));
  }
}
