package io.herald.runtime.schedule;

import static io.herald.runtime.schedule.KeptSchedules.FROM;
import static io.herald.runtime.schedule.KeptSchedules.PAYLOAD;
import static io.herald.runtime.schedule.KeptSchedules.SOON;
import static io.herald.runtime.schedule.KeptSchedules.ids;
import static io.herald.runtime.schedule.KeptSchedules.owned;
import static io.herald.runtime.schedule.KeptSchedules.titled;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.herald.backends.Backends;
import io.herald.backends.TestRedis;
import io.herald.model.json.Json;
import io.herald.model.schedule.At;
import io.herald.model.schedule.Owner;
import io.herald.model.schedule.RunOutcome;
import io.herald.model.schedule.Schedule;
import io.herald.model.schedule.ScheduleIds;
import io.herald.model.schedule.ScheduleRun;
import io.herald.model.schedule.ScheduleTrigger;
import io.herald.model.topic.Topics;
import io.herald.runtime.RunningRuntime;
import io.herald.runtime.kafka.TestTopic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Schedules as they are saved, changed and deleted, and found at once. */
class SchedulesTest {

  private static TestRedis redis;
  private static RunningRuntime runtime;
  private static KeptSchedules kept;
  private static Schedules schedules;

  private final String id = "it-" + UUID.randomUUID();
  private final String user = UUID.randomUUID() + "@example.com";

  @BeforeAll
  static void run() {
    redis = Backends.newRedis();
    runtime = RunningRuntime.start(Backends.kafka(), redis);
    kept = KeptSchedules.of(runtime);
    schedules = kept.schedules();
  }

  @AfterAll
  static void end() {
    kept.close();
    runtime.close();
    redis.close();
  }

  @Test
  void findsWhatWasSavedAtOnceWithItsNextDueTime() {
    Schedule saved = kept.save(daily(id));

    assertThat(saved.revision()).isOne();
    assertThat(saved.updatedAt()).isAfter(FROM);
    assertThat(schedules.find(id).block(SOON)).isEqualTo(saved);
    assertThat(schedules.view(id).block(SOON))
        .isEqualTo(new ScheduleView(saved, Timetable.first(saved).orElseThrow(), null));
    assertThat(schedules.find("nothing").block(SOON)).isNull();
    assertThat(schedules.runs("nothing").block(SOON)).isEmpty();
  }

  @Test
  void aPausedOneIsNotDue() {
    kept.save(daily(id));

    Schedule paused = schedules.change(id, it -> it.withPaused(true)).block(SOON);

    assertThat(paused.revision()).isEqualTo(2);
    assertThat(schedules.view(id).block(SOON)).isEqualTo(new ScheduleView(paused, null, null));
    Schedule again = schedules.change(id, it -> it.withPaused(false)).block(SOON);
    assertThat(schedules.view(id).block(SOON).next()).isEqualTo(first(again));
  }

  @Test
  void otherTimesAreInForceAtOnce() {
    Schedule saved = kept.save(daily(id));

    Schedule changed = kept.save(saved.withTiming(new At(Instant.parse("2999-01-01T00:00:00Z"))));

    assertThat(schedules.view(id).block(SOON))
        .isEqualTo(new ScheduleView(changed, Instant.parse("2999-01-01T00:00:00Z"), null));
  }

  @Test
  void whatSomebodyElseChangedIsNotOverwritten() {
    Schedule saved = kept.save(daily(id));
    Schedule changed = kept.save(saved.withPaused(true));

    assertThatThrownBy(() -> kept.save(saved.withTiming(new At(FROM))))
        .isInstanceOfSatisfying(ScheduleChanged.class, it -> assertThat(it.revision()).isEqualTo(2))
        .hasMessage("schedule " + id + " is at revision 2, not 1");
    assertThatThrownBy(() -> kept.save(daily(id))).isInstanceOf(ScheduleChanged.class);
    assertThat(schedules.find(id).block(SOON)).isEqualTo(changed);

    schedules.delete(id).block(SOON);
    assertThatThrownBy(() -> kept.save(changed))
        .isInstanceOf(ScheduleChanged.class)
        .hasMessageContaining("does not exist any more");
  }

  @Test
  void ofManyWhoSaveTheSameOneWins() {
    Schedule saved = kept.save(daily(id));

    List<Schedule> won =
        Flux.range(0, 12)
            .flatMap(
                i ->
                    schedules
                        .save(titled(saved, "by " + i))
                        .onErrorResume(ScheduleChanged.class, _ -> Mono.empty()),
                12)
            .collectList()
            .block(SOON);

    assertThat(won).hasSize(1);
    assertThat(schedules.find(id).block(SOON)).isEqualTo(won.getFirst());
    assertThat(published(Topics.SCHEDULES)).hasSize(2);
  }

  @Test
  void changesOneAfterTheOther() {
    kept.save(daily(id));

    Flux.range(0, 20)
        .flatMap(_ -> schedules.change(id, it -> titled(it, it.title() + "x")), 20)
        .blockLast(SOON);

    Schedule found = schedules.find(id).block(SOON);
    assertThat(found.title()).isEqualTo("x".repeat(20));
    assertThat(found.revision()).isEqualTo(21);
  }

  @Test
  void whatDoesNotChangeIsNotSaved() {
    Schedule saved = kept.save(daily(id));

    assertThat(schedules.change(id, it -> it.withPaused(false)).block(SOON)).isEqualTo(saved);
    assertThat(schedules.change("nothing", it -> it).block(SOON)).isNull();
    assertThat(published(Topics.SCHEDULES)).hasSize(1);
  }

  @Test
  void deletesWithItsHistoryAndMayBeMadeAgain() {
    Schedule saved = kept.save(daily(id));
    publish(run(saved, RunOutcome.FIRED));
    await().atMost(SOON).until(() -> schedules.runs(id).block(SOON).size() == 1);

    assertThat(schedules.delete(id).block(SOON)).isTrue();

    assertThat(schedules.find(id).block(SOON)).isNull();
    assertThat(schedules.delete(id).block(SOON)).isFalse();
    assertThat(published(Topics.SCHEDULES).getLast().value()).isNull();
    assertThat(published(Topics.SCHEDULE_RUNS).getLast().value()).isNull();
    assertThat(kept.index().isComplete().block(SOON)).isTrue();
    Schedule again = kept.save(daily(id));
    assertThat(again.revision()).isOne();
    assertThat(schedules.view(id).block(SOON))
        .isEqualTo(new ScheduleView(again, first(again), null));
    assertThat(schedules.runs(id).block(SOON)).isEmpty();
  }

  @Test
  void everythingIsThereAgainAfterAFlush() {
    Schedule saved = kept.save(owned(id, Owner.user(user), PAYLOAD));
    ScheduleRun run = run(saved, RunOutcome.FIRED);
    publish(run);
    await().atMost(SOON).until(() -> schedules.runs(id).block(SOON).size() == 1);
    ScheduleView before = schedules.view(id).block(SOON);

    redis.flush();

    assertThatThrownBy(() -> schedules.find(id).block(SOON)).isInstanceOf(SchedulesUnknown.class);
    assertThatThrownBy(() -> kept.save(daily("new" + id))).isInstanceOf(SchedulesUnknown.class);
    assertThatThrownBy(() -> schedules.delete(id).block(SOON)).isInstanceOf(SchedulesUnknown.class);
    await().pollInterval(Duration.ofMillis(20)).atMost(SOON).until(kept::isKnown);
    assertThat(kept.index().isComplete().block(SOON)).isTrue();
    assertThat(schedules.view(id).block(SOON)).isEqualTo(before);
    assertThat(before.last()).isEqualTo(run);
    assertThat(before.next()).isEqualTo(run.next());
    assertThat(ids(schedules.of(Owner.user(user)))).containsExactly(id);
    assertThat(kept.save(saved.withPaused(true)).revision()).isEqualTo(2);
  }

  @Test
  void nothingIsKnownOrChangedWhileRedisIsAway() {
    Schedule saved = kept.save(daily(id));
    redis.stop();

    assertThatThrownBy(() -> schedules.find(id).block(SOON)).isInstanceOf(SchedulesUnknown.class);
    assertThatThrownBy(() -> kept.save(saved)).isInstanceOf(SchedulesUnknown.class);
    assertThatThrownBy(() -> schedules.page(ScheduleFilter.NONE, null, 5).block(SOON))
        .isInstanceOf(SchedulesUnknown.class);

    redis.start();
    await().atMost(SOON).until(kept::isKnown);
    assertThat(published(Topics.SCHEDULES)).hasSize(1);
  }

  @Test
  void whatIsWantedNowIsPublished() {
    kept.save(daily(id));

    ScheduleTrigger trigger = schedules.trigger(id, "k3f9", "ann").block(SOON);

    assertThat(trigger.fire()).isEqualTo("schedule:" + id + ":manual:k3f9");
    assertThat(published(Topics.SCHEDULE_TRIGGERS))
        .extracting(record -> Json.read(record.value(), ScheduleTrigger.class))
        .containsExactly(trigger);
    assertThat(schedules.trigger("nothing", "k3f9", null).block(SOON)).isNull();
    assertThatThrownBy(() -> schedules.trigger(id, "a b", null).block(SOON))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Schedule daily(String id) {
    return owned(id, Owner.OPERATORS, PAYLOAD);
  }

  private static Instant first(Schedule schedule) {
    return Timetable.first(schedule).orElseThrow();
  }

  /** As the scheduler records that the first due time was fired. */
  private static ScheduleRun run(Schedule schedule, RunOutcome outcome) {
    Instant due = first(schedule);
    return new ScheduleRun(
        ScheduleRun.SCHEMA_VERSION,
        schedule.id(),
        schedule.revision(),
        due,
        due.plusMillis(5),
        ScheduleIds.fire(schedule.id(), due),
        outcome,
        null,
        0,
        Timetable.next(schedule, due).orElseThrow(),
        null);
  }

  private static void publish(ScheduleRun run) {
    byte[] key = run.schedule().getBytes(UTF_8);
    TestTopic.publish(new ProducerRecord<>(Topics.SCHEDULE_RUNS, key, Json.write(run)));
  }

  /** What lies on that topic of the test's schedule, in its order. */
  private List<ConsumerRecord<byte[], byte[]>> published(String topic) {
    return TestTopic.all(topic).stream()
        .filter(record -> id.equals(new String(record.key(), UTF_8)))
        .toList();
  }
}
