package io.herald.runtime.schedule;

import static io.herald.runtime.schedule.ScheduleKeys.bytes;

import io.herald.model.schedule.Schedule;
import io.herald.model.schedule.ScheduleRun;
import io.herald.model.topic.Topics;
import io.herald.runtime.index.ApplyRecords;
import io.herald.runtime.redis.RedisLink;
import io.herald.runtime.redis.Script;
import io.lettuce.core.ScriptOutputType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Brings schedules and their runs from their topics into Redis, in whatever order the two come. An
 * older record never replaces a newer one, so that whoever saves may bring its own in at once.
 * Redis gone: the records come again.
 */
public final class ScheduleIndex implements ApplyRecords {

  private static final Script DEFINE =
      Script.of(ScheduleIndex.class, ScriptOutputType.INTEGER, "define.lua");
  private static final Script RAN =
      Script.of(ScheduleIndex.class, ScriptOutputType.INTEGER, "ran.lua");
  private static final byte[][] DEFINE_KEYS = {ScheduleKeys.DUE, ScheduleKeys.ALL};
  private static final byte[][] RAN_KEYS = {ScheduleKeys.DUE};
  private static final byte[] KEPT = bytes(ScheduleKeys.KEPT.toMillis());
  private static final List<byte[]> DEFINE_BEGINS =
      List.of(ScheduleKeys.JSON, ScheduleKeys.STATES, ScheduleKeys.RUNS, ScheduleKeys.OWNERS, KEPT);
  private static final List<byte[]> RAN_BEGINS =
      List.of(
          ScheduleKeys.STATES,
          ScheduleKeys.RUNS,
          KEPT,
          bytes(ScheduleKeys.RUNS_KEPT),
          bytes(ScheduleKeys.MINUTES));
  // Redis does nothing else meanwhile: 1 to 2 ms.
  private static final int AT_ONCE = 50;

  // Redis takes them in the order of their asking.
  private static final int UNDER_WAY = 4;

  private final RedisLink redis;

  public ScheduleIndex(RedisLink redis) {
    this.redis = redis;
  }

  @Override
  public Mono<Void> apply(List<ConsumerRecord<byte[], byte[]>> records) {
    return define(of(records, Topics.SCHEDULES, Definition::of))
        .then(ran(of(records, Topics.SCHEDULE_RUNS, Ran::of)));
  }

  private static <T> List<T> of(
      List<ConsumerRecord<byte[], byte[]>> records,
      String topic,
      Function<ConsumerRecord<byte[], byte[]>, T> read) {
    return records.stream().filter(record -> record.topic().equals(topic)).map(read).toList();
  }

  /** Brings in what was just saved; completes as well when the index holds a newer record. */
  Mono<Void> bringIn(Schedule schedule, byte[] json, RecordMetadata lies) {
    return define(List.of(new Definition(schedule.id(), Position.of(lies), schedule, json)));
  }

  /** The same for what was just deleted. */
  Mono<Void> bringInDeletion(String id, RecordMetadata lies) {
    return define(List.of(Definition.deleted(id, Position.of(lies))));
  }

  /** Brings in what was just fired, or has just ended. */
  public Mono<Void> bringIn(ScheduleRun run, byte[] json) {
    return ran(List.of(new Ran(run.schedule(), run, json)));
  }

  private Mono<Void> define(List<Definition> definitions) {
    return Flux.fromIterable(definitions)
        .buffer(AT_ONCE)
        .flatMap(
            some -> run(DEFINE, DEFINE_KEYS, DEFINE_BEGINS, some, Definition::addTo), UNDER_WAY)
        .then();
  }

  private Mono<Void> ran(List<Ran> runs) {
    return Flux.fromIterable(runs)
        .buffer(AT_ONCE)
        .flatMap(some -> run(RAN, RAN_KEYS, RAN_BEGINS, some, Ran::addTo), UNDER_WAY)
        .then();
  }

  private <T> Mono<Long> run(
      Script script,
      byte[][] keys,
      List<byte[]> begins,
      List<T> entries,
      java.util.function.BiConsumer<T, List<byte[]>> addTo) {
    List<byte[]> arguments = new ArrayList<>(begins);
    entries.forEach(entry -> addTo.accept(entry, arguments));
    return redis.ask(commands -> script.run(commands, keys, arguments.toArray(byte[][]::new)));
  }
}
