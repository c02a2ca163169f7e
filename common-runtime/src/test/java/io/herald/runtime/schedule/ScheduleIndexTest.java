package io.herald.runtime.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.backends.Backends;
import io.herald.backends.TestRedis;
import io.herald.model.json.Json;
import io.herald.model.schedule.At;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScheduleIndexTest {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final Timing HOURLY = new Every(Duration.ofHours(1), NINE);
  private static final Timing EVERY_TEN_MINUTES = new Every(Duration.ofMinutes(10), NINE);

  private static TestRedis redis;
  private static RunningRuntime runtime;
  private static RedisLink link;
  private static ScheduleIndex index;
  private static ReadSchedules schedules;

  private final List<ConsumerRecord<byte[], byte[]>> definitions = new ArrayList<>();
  private final List<ConsumerRecord<byte[], byte[]>> runs = new ArrayList<>();

  @BeforeAll
  static void run() {
    redis = Backends.newRedis();
    runtime = RunningRuntime.start(Backends.kafka(), redis);
    link = runtime.part(RedisLink.class);
    index = new ScheduleIndex(link);
    schedules = new ReadSchedules(link);
  }

  @AfterAll
  static void end() {
    runtime.close();
    redis.close();
  }

  @BeforeEach
  void empty() {
    redis.flush();
    complete();
  }

  private static void complete() {
    byte[] one = {'1'};
    link.ask(it -> it.hset(ScheduleKeys.PLACE, "complete".getBytes(UTF_8), one)).block(SOON);
  }

  @Test
  void isDueFirstAfterItsLastChange() {
    define(at(NINE.plusSeconds(1)).nextRevision(NINE.plusSeconds(1)));
    applyAll();

    assertThat(view().next()).isEqualTo(NINE.plus(Duration.ofHours(1)));
    assertThat(view().last()).isNull();
    assertThat(look()).isEqualTo(NINE.plus(Duration.ofHours(1)));
  }

  @Test
  void aRunMovesItOn() {
    define(revision(1, HOURLY, minutes(-1)));
    ran(1, minutes(0), minutes(60));
    applyAll();

    assertThat(view().next()).isEqualTo(minutes(60));
    assertThat(view().last().due()).isEqualTo(minutes(0));
    assertThat(look()).isEqualTo(minutes(60));
  }

  @Test
  void theSameInWhateverOrderBothTopicsAreRead() {
    define(revision(1, HOURLY, minutes(-1)));
    define(revision(2, EVERY_TEN_MINUTES, minutes(75)));
    ran(1, minutes(0), minutes(60));
    ran(1, minutes(60), minutes(120));
    byHand(2, minutes(76), minutes(80));
    ran(2, minutes(80), minutes(90));
    ended(2, minutes(60), minutes(120));

    assertEveryOrder(minutes(90), 4);
  }

  @Test
  void theSameWhenOnlyTheLastRecordsAreLeft() {
    define(revision(2, EVERY_TEN_MINUTES, minutes(75)));
    ran(2, minutes(80), minutes(90));

    assertEveryOrder(minutes(90), 1);
  }

  @Test
  void theSameWhenOnlyAFireByHandIsLeft() {
    define(revision(1, HOURLY, minutes(-1)));
    byHand(1, minutes(130), minutes(180));

    assertEveryOrder(minutes(180), 1);
  }

  @Test
  void aFireByHandThatWasOvertakenSetsNothingBack() {
    define(revision(1, HOURLY, minutes(-1)));
    ran(1, minutes(60), minutes(120));
    byHand(1, minutes(61), minutes(60));

    assertEveryOrder(minutes(120), 2);
  }

  @Test
  void whatWasFiredUnderAnEarlierTimingSaysNothingOfTheNew() {
    define(revision(1, HOURLY, minutes(-1)));
    define(revision(2, EVERY_TEN_MINUTES, minutes(61)));
    ran(1, minutes(60), minutes(120));

    assertEveryOrder(minutes(70), 1);
  }

  @Test
  void whatIsDueOnceIsOverWhenItWasFiredAndStaysSo() {
    define(revision(1, new At(minutes(0)), minutes(-5)));
    ran(1, minutes(0), null);
    define(revision(2, new At(minutes(0)), minutes(30)));

    assertEveryOrder(null, 1);
    assertThat(look()).isAfter(minutes(0).plus(Duration.ofDays(29)));
  }

  @Test
  void anotherTitleDoesNotMakeItMissWhatItIsDue() {
    define(revision(1, HOURLY, minutes(-1)));
    applyAll();
    define(
        revision(2, HOURLY, minutes(5))
            .with("New", HOURLY, script(), Duration.ZERO, null, false, null));
    applyAll();

    assertThat(view().next()).isEqualTo(minutes(0));

    ran(2, minutes(0), minutes(60));
    applyAll();
    assertThat(view().next()).isEqualTo(minutes(60));
  }

  @Test
  void aPauseIsNoMisfire() {
    define(revision(1, HOURLY, minutes(-1)));
    define(revision(2, HOURLY, minutes(-1)).withPaused(true));
    applyAll();
    assertThat(view().next()).isNull();
    assertThat(look()).isNull();

    define(revision(3, HOURLY, minutes(90)));
    applyAll();
    assertThat(view().next()).isEqualTo(minutes(120));
  }

  @Test
  void anOlderRecordChangesNothing() {
    define(revision(1, HOURLY, minutes(-1)));
    define(revision(2, EVERY_TEN_MINUTES, minutes(5)));
    apply(definitions.get(1));
    apply(definitions.get(0));

    assertThat(view().schedule().revision()).isEqualTo(2);
    assertThat(view().next()).isEqualTo(minutes(10));
  }

  @Test
  void whatWasDeletedLeavesNothing() {
    define(revision(1, HOURLY, minutes(-1)));
    ran(1, minutes(0), minutes(60));
    applyAll();
    tombstone();
    apply(definitions.get(1));
    apply(definitions.get(0));
    apply(runs.get(0));

    assertThat(schedules.view("a").block(SOON)).isNull();
    assertThat(schedules.after(null, null, 10).block(SOON)).isEmpty();
    assertThat(schedules.after("user:ann lee", null, 10).block(SOON)).isEmpty();
    assertThat(schedules.runs("a").block(SOON)).isEmpty();
    assertThat(look()).isNull();
    assertThat(link.ask(it -> it.dbsize()).block(SOON)).isEqualTo(2);
  }

  @Test
  void keepsTheLastTwentyRunsAndHowTheyEnded() {
    define(revision(1, HOURLY, minutes(-1)));
    for (int i = 0; i < 25; i++) {
      ran(1, minutes(60 * i), minutes(60 * (i + 1)));
    }
    ended(1, minutes(60 * 20), minutes(60 * 21));
    ran(1, minutes(60 * 20), minutes(60 * 21));
    applyAll();

    List<ScheduleRun> known = schedules.runs("a").block(SOON);
    assertThat(known).hasSize(20);
    assertThat(known.getFirst().due()).isEqualTo(minutes(60 * 24));
    assertThat(known.get(4).outcome()).isEqualTo(RunOutcome.COMPLETED);
    assertThat(known.get(5).outcome()).isEqualTo(RunOutcome.FIRED);
  }

  @Test
  void isFoundByItsOwnersAlone() {
    define(owned("a", Owner.user("ann lee")));
    define(owned("b", new Owner("bob", "main", "12", null, 12L)));
    define(owned("c", Owner.user("ann+lee")));
    applyAll();

    assertThat(ids("user:ann lee")).containsExactly("a");
    assertThat(ids("user:bob")).containsExactly("b");
    assertThat(ids("telegram:12")).containsExactly("b");
    assertThat(ids(null)).containsExactly("a", "b", "c");
    assertThat(schedules.after(null, "a", 1).block(SOON).getFirst().schedule().id()).isEqualTo("b");

    define(owned("b", Owner.user("ann lee")));
    applyAll();
    assertThat(ids("user:ann lee")).containsExactly("a", "b");
    assertThat(ids("telegram:12")).isEmpty();
  }

  @Test
  void nothingIsToldWhileNotAllIsKnown() {
    redis.flush();

    assertThatThrownBy(() -> schedules.view("a").block(SOON)).isInstanceOf(SchedulesUnknown.class);
    assertThatThrownBy(() -> schedules.runs("a").block(SOON)).isInstanceOf(SchedulesUnknown.class);
  }

  private void assertEveryOrder(@Nullable Instant next, int known) {
    for (int order = 0; order < 1 << (definitions.size() + runs.size()); order++) {
      if (Integer.bitCount(order) == definitions.size()) {
        empty();
        applyInOrder(order);
        assertThat(view().next()).as("order %s", Integer.toBinaryString(order)).isEqualTo(next);
        assertThat(schedules.runs("a").block(SOON)).hasSize(known);
      }
    }
  }

  /** A bit that is set stands for the next definition, another for the next run. */
  private void applyInOrder(int order) {
    int definition = 0;
    int run = 0;
    for (int bit = 0; bit < definitions.size() + runs.size(); bit++) {
      apply((order >> bit & 1) == 1 ? definitions.get(definition++) : runs.get(run++));
    }
  }

  private void applyAll() {
    List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>(definitions);
    all.addAll(runs);
    index.apply(all).block(SOON);
  }

  private static void apply(ConsumerRecord<byte[], byte[]> record) {
    index.apply(List.of(record)).block(SOON);
  }

  private static ScheduleView view() {
    return schedules.view("a").block(SOON);
  }

  private static List<String> ids(@Nullable String owner) {
    return schedules.after(owner, null, 10).block(SOON).stream()
        .map(it -> it.schedule().id())
        .toList();
  }

  private static @Nullable Instant look() {
    Double score = link.ask(it -> it.zscore(ScheduleKeys.DUE, "a".getBytes(UTF_8))).block(SOON);
    return score == null ? null : Instant.ofEpochMilli(score.longValue());
  }

  private void define(Schedule schedule) {
    definitions.add(
        record(Topics.SCHEDULES, schedule.id(), definitions.size(), Json.write(schedule)));
  }

  private void tombstone() {
    definitions.add(record(Topics.SCHEDULES, "a", definitions.size(), null));
  }

  private void ran(long revision, Instant due, @Nullable Instant next) {
    add(run(revision, due, ScheduleIds.fire("a", due), next));
  }

  private void ended(long revision, Instant due, @Nullable Instant next) {
    add(
        run(revision, due, ScheduleIds.fire("a", due), next)
            .ended(RunOutcome.COMPLETED, null, 12L));
  }

  private void byHand(long revision, Instant at, @Nullable Instant next) {
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

  private static Instant minutes(int minutes) {
    return NINE.plus(Duration.ofMinutes(minutes));
  }

  private static Schedule at(Instant changed) {
    return owned("a", Owner.user("ann lee"), HOURLY, changed);
  }

  private static Schedule owned(String id, Owner owner) {
    return owned(id, owner, HOURLY, NINE);
  }

  private static Schedule owned(String id, Owner owner, Timing timing, Instant changed) {
    return Schedule.of(id, owner, "", timing, script(), changed);
  }

  private static RunScript script() {
    return new RunScript("s", "");
  }

  private static Schedule revision(long revision, Timing timing, Instant changed) {
    Schedule schedule = owned("a", Owner.user("ann lee"), timing, minutes(-9));
    while (schedule.revision() < revision) {
      schedule = schedule.nextRevision(changed);
    }
    return schedule;
  }
}
