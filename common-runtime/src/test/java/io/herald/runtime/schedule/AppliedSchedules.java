package io.herald.runtime.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.backends.Backends;
import io.herald.backends.TestRedis;
import io.herald.model.json.Json;
import io.herald.model.schedule.Every;
import io.herald.model.schedule.Owner;
import io.herald.model.schedule.RunOutcome;
import io.herald.model.schedule.RunScript;
import io.herald.model.schedule.Schedule;
import io.herald.model.schedule.ScheduleIds;
import io.herald.model.schedule.ScheduleRun;
import io.herald.model.schedule.Timing;
import io.herald.model.topic.Topics;
import io.herald.runtime.RunningRuntime;
import io.herald.runtime.redis.RedisLink;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** Schedules and runs that a test brings into an index, which it finds empty and complete. */
abstract class AppliedSchedules {

  static final Duration SOON = Duration.ofMinutes(1);
  static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  static final Timing HOURLY = new Every(Duration.ofHours(1), NINE);
  static final Timing EVERY_TEN_MINUTES = new Every(Duration.ofMinutes(10), NINE);

  // Apart from all others, since it is flushed; shared by the classes here, they end with the JVM.
  static final TestRedis REDIS = Backends.newRedis();
  private static final RunningRuntime RUNTIME = RunningRuntime.start(Backends.kafka(), REDIS);
  static final RedisLink LINK = RUNTIME.part(RedisLink.class);
  static final ReadSchedules SCHEDULES = new ReadSchedules(LINK);
  private static final ScheduleIndex INDEX = new ScheduleIndex(LINK);

  final List<ConsumerRecord<byte[], byte[]>> definitions = new ArrayList<>();
  final List<ConsumerRecord<byte[], byte[]>> runs = new ArrayList<>();

  @BeforeEach
  void empty() {
    REDIS.flush();
    complete();
  }

  private static void complete() {
    byte[] one = {'1'};
    LINK.ask(it -> it.hset(ScheduleKeys.PLACE, "complete".getBytes(UTF_8), one)).block(SOON);
  }

  void applyAll() {
    List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>(definitions);
    all.addAll(runs);
    INDEX.apply(all).block(SOON);
  }

  static void apply(ConsumerRecord<byte[], byte[]> record) {
    INDEX.apply(List.of(record)).block(SOON);
  }

  static ScheduleView view() {
    return SCHEDULES.view("a").block(SOON);
  }

  static @Nullable Instant look() {
    Double score = LINK.ask(it -> it.zscore(ScheduleKeys.DUE, "a".getBytes(UTF_8))).block(SOON);
    return score == null ? null : Instant.ofEpochMilli(score.longValue());
  }

  void define(Schedule schedule) {
    definitions.add(
        record(Topics.SCHEDULES, schedule.id(), definitions.size(), Json.write(schedule)));
  }

  void tombstone() {
    definitions.add(record(Topics.SCHEDULES, "a", definitions.size(), null));
  }

  void ran(long revision, Instant due, @Nullable Instant next) {
    add(run(revision, due, ScheduleIds.fire("a", due), next));
  }

  void ended(long revision, Instant due, @Nullable Instant next) {
    add(
        run(revision, due, ScheduleIds.fire("a", due), next)
            .ended(RunOutcome.COMPLETED, null, 12L));
  }

  void byHand(long revision, Instant at, @Nullable Instant next) {
    add(run(revision, at, ScheduleIds.manual("a", "r" + at.toEpochMilli()), next));
  }

  private void add(ScheduleRun run) {
    runs.add(record(Topics.SCHEDULE_RUNS, "a", runs.size(), Json.write(run)));
  }

  private static ScheduleRun run(long revision, Instant due, String fire, @Nullable Instant next) {
    return new ScheduleRun(
        "1.0.0", "a", revision, due, due, fire, RunOutcome.FIRED, null, 0, next, null);
  }

  private static ConsumerRecord<byte[], byte[]> record(
      String topic, String key, long offset, byte @Nullable [] value) {
    return new ConsumerRecord<>(
        topic,
        0,
        offset,
        NINE.toEpochMilli() + offset,
        TimestampType.CREATE_TIME,
        1,
        1,
        key.getBytes(UTF_8),
        value,
        new RecordHeaders(),
        java.util.Optional.empty());
  }

  static Instant minutes(int minutes) {
    return NINE.plus(Duration.ofMinutes(minutes));
  }

  static Schedule at(Instant changed) {
    return owned("a", Owner.user("ann lee"), HOURLY, changed);
  }

  static Schedule owned(String id, Owner owner) {
    return owned(id, owner, HOURLY, NINE);
  }

  static Schedule owned(String id, Owner owner, Timing timing, Instant changed) {
    return Schedule.of(id, owner, "", timing, script(), changed);
  }

  static RunScript script() {
    return new RunScript("s", "");
  }

  static Schedule revision(long revision, Timing timing, Instant changed) {
    Schedule schedule = owned("a", Owner.user("ann lee"), timing, minutes(-9));
    while (schedule.revision() < revision) {
      schedule = schedule.nextRevision(changed);
    }
    return schedule;
  }
}
