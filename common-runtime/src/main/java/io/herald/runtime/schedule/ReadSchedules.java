package io.herald.runtime.schedule;

import static io.herald.runtime.schedule.ScheduleKeys.bytes;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.json.Json;
import io.herald.model.schedule.Schedule;
import io.herald.model.schedule.ScheduleRun;
import io.herald.runtime.redis.RedisLink;
import io.herald.runtime.redis.Script;
import io.lettuce.core.ScriptOutputType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Asks the index of schedules.
 *
 * <p>Redis is gone or the index incomplete: every question fails with {@link SchedulesUnknown}.
 */
final class ReadSchedules {

  private static final Script FIND =
      Script.of(ReadSchedules.class, ScriptOutputType.MULTI, "find.lua");
  private static final Script RUNS =
      Script.of(ReadSchedules.class, ScriptOutputType.MULTI, "runs.lua");
  private static final byte[] COMPLETE = {'1'};
  private static final byte[] FIRST = {'-'};

  private final RedisLink redis;

  ReadSchedules(RedisLink redis) {
    this.redis = redis;
  }

  /** The schedule as it stands; empty when there is none of that id. */
  Mono<ScheduleView> view(String id) {
    return found(ScheduleKeys.ALL, bytes(id)).filter(it -> !it.isEmpty()).map(List::getFirst);
  }

  /**
   * Schedules in the order of their ids.
   *
   * @param owner one of the words of an owner; null: those of everybody
   * @param after id of the last one before; null: from the first
   * @param limit most of them; fewer: there are no more
   */
  Mono<List<ScheduleView>> after(@Nullable String owner, @Nullable String after, int limit) {
    byte[] source = owner == null ? ScheduleKeys.ALL : ScheduleKeys.owner(owner);
    return found(source, after == null ? FIRST : bytes('(' + after), bytes(limit));
  }

  /** The last fires of a schedule, the newest first. */
  Mono<List<ScheduleRun>> runs(String id) {
    return asked(RUNS, ScheduleKeys.runs(id))
        .map(answer -> answer.stream().skip(1).map(ReadSchedules::run).toList());
  }

  private Mono<List<ScheduleView>> found(byte[] source, byte[]... range) {
    List<byte[]> arguments =
        new ArrayList<>(List.of(ScheduleKeys.JSON, ScheduleKeys.STATES, ScheduleKeys.RUNS));
    arguments.addAll(List.of(range));
    return asked(FIND, source, arguments.toArray(byte[][]::new)).map(ReadSchedules::views);
  }

  private Mono<List<byte[]>> asked(Script script, byte[] key, byte[]... arguments) {
    byte[][] keys = {ScheduleKeys.PLACE, key};
    return redis
        .ask(commands -> script.<List<byte[]>>run(commands, keys, arguments))
        .filter(answer -> Arrays.equals(answer.getFirst(), COMPLETE))
        .switchIfEmpty(Mono.error(SchedulesUnknown::rebuilding))
        .onErrorMap(SchedulesUnknown::because);
  }

  private static List<ScheduleView> views(List<byte[]> answer) {
    List<ScheduleView> views = new ArrayList<>();
    for (int i = 1; i < answer.size(); i += 3) {
      byte[] due = answer.get(i + 1);
      byte[] last = answer.get(i + 2);
      views.add(
          new ScheduleView(
              Json.read(answer.get(i), Schedule.class),
              due.length == 0 ? null : instant(due),
              last.length == 0 ? null : run(last)));
    }
    return views;
  }

  private static Instant instant(byte[] millis) {
    return Instant.ofEpochMilli(Long.parseLong(new String(millis, UTF_8)));
  }

  /** Behind the fire and whether it ended comes the JSON; neither has a space. */
  private static ScheduleRun run(byte[] entry) {
    int json = 0;
    for (int spaces = 0; spaces < 2; json++) {
      spaces += entry[json] == ' ' ? 1 : 0;
    }
    return Json.read(Arrays.copyOfRange(entry, json, entry.length), ScheduleRun.class);
  }
}
