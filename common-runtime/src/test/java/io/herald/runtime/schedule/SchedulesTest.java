package io.herald.runtime.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.herald.backends.Backends;
import io.herald.backends.TestRedis;
import io.herald.model.json.Json;
import io.herald.model.schedule.At;
import io.herald.model.schedule.Every;
import io.herald.model.schedule.Owner;
import io.herald.model.schedule.Payload;
import io.herald.model.schedule.RunOutcome;
import io.herald.model.schedule.RunScript;
import io.herald.model.schedule.Schedule;
import io.herald.model.schedule.ScheduleIds;
import io.herald.model.schedule.ScheduleRun;
import io.herald.model.schedule.ScheduleTrigger;
import io.herald.model.schedule.Summarize;
import io.herald.model.topic.Topics;
import io.herald.runtime.RunningRuntime;
import io.herald.runtime.index.Indexes;
import io.herald.runtime.index.KeepIndex;
import io.herald.runtime.kafka.TestTopic;
import io.herald.runtime.redis.RedisLink;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class SchedulesTest {

  private static final Duration SOON = Duration.ofSeconds(10);
  // Its due times are told apart from others by their odd milliseconds.
  private static final Instant FROM = Instant.parse("2026-01-05T12:00:00.123Z");
  private static final Every DAILY = new Every(Duration.ofDays(1), FROM);
  private static final Payload PAYLOAD = new Summarize("ann@example.com");

  private static TestRedis redis;
  private static RunningRuntime runtime;
  private static KeepIndex index;
  private static Schedules schedules;

  private final String id = "it-" + UUID.randomUUID();
  private final String user = UUID.randomUUID() + "@example.com";

  @BeforeAll
  static void run() {
    redis = Backends.newRedis();
    runtime = RunningRuntime.start(Backends.kafka(), redis);
    index =
        runtime
            .part(Indexes.class)
            .keep(ScheduleKeys.INDEX, new ScheduleIndex(runtime.part(RedisLink.class)));
    schedules = runtime.part(Schedules.class);
    index.start();
    await().atMost(SOON).until(SchedulesTest::isKnown);
  }

  private static boolean isKnown() {
    return schedules.find("nothing").thenReturn(true).onErrorReturn(false).block(SOON);
  }

  @AfterAll
  static void end() {
    index.stop();
    runtime.close();
    redis.close();
  }

  @Test
  void findsWhatWasSavedAtOnceWithItsNextDueTime() {
    Schedule saved = save(daily(id));

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
    save(daily(id));

    Schedule paused = schedules.change(id, it -> it.withPaused(true)).block(SOON);

    assertThat(paused.revision()).isEqualTo(2);
    assertThat(schedules.view(id).block(SOON)).isEqualTo(new ScheduleView(paused, null, null));
    Schedule again = schedules.change(id, it -> it.withPaused(false)).block(SOON);
    assertThat(schedules.view(id).block(SOON).next()).isEqualTo(first(again));
  }

  @Test
  void otherTimesAreInForceAtOnce() {
    Schedule saved = save(daily(id));

    Schedule changed = save(saved.withTiming(new At(Instant.parse("2999-01-01T00:00:00Z"))));

    assertThat(schedules.view(id).block(SOON))
        .isEqualTo(new ScheduleView(changed, Instant.parse("2999-01-01T00:00:00Z"), null));
  }

  @Test
  void whatSomebodyElseChangedIsNotOverwritten() {
    Schedule saved = save(daily(id));
    Schedule changed = save(saved.withPaused(true));

    assertThatThrownBy(() -> save(saved.withTiming(new At(FROM))))
        .isInstanceOfSatisfying(ScheduleChanged.class, it -> assertThat(it.revision()).isEqualTo(2))
        .hasMessage("schedule " + id + " is at revision 2, not 1");
    assertThatThrownBy(() -> save(daily(id))).isInstanceOf(ScheduleChanged.class);
    assertThat(schedules.find(id).block(SOON)).isEqualTo(changed);

    schedules.delete(id).block(SOON);
    assertThatThrownBy(() -> save(changed))
        .isInstanceOf(ScheduleChanged.class)
        .hasMessageContaining("does not exist any more");
  }

  @Test
  void ofManyWhoSaveTheSameOneWins() {
    Schedule saved = save(daily(id));

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
    save(daily(id));

    Flux.range(0, 20)
        .flatMap(_ -> schedules.change(id, it -> titled(it, it.title() + "x")), 20)
        .blockLast(SOON);

    Schedule found = schedules.find(id).block(SOON);
    assertThat(found.title()).isEqualTo("x".repeat(20));
    assertThat(found.revision()).isEqualTo(21);
  }

  @Test
  void whatDoesNotChangeIsNotSaved() {
    Schedule saved = save(daily(id));

    assertThat(schedules.change(id, it -> it.withPaused(false)).block(SOON)).isEqualTo(saved);
    assertThat(schedules.change("nothing", it -> it).block(SOON)).isNull();
    assertThat(published(Topics.SCHEDULES)).hasSize(1);
  }

  @Test
  void deletesWithItsHistoryAndMayBeMadeAgain() {
    Schedule saved = save(daily(id));
    publish(run(saved, RunOutcome.FIRED));
    await().atMost(SOON).until(() -> schedules.runs(id).block(SOON).size() == 1);

    assertThat(schedules.delete(id).block(SOON)).isTrue();

    assertThat(schedules.find(id).block(SOON)).isNull();
    assertThat(schedules.delete(id).block(SOON)).isFalse();
    assertThat(published(Topics.SCHEDULES).getLast().value()).isNull();
    assertThat(published(Topics.SCHEDULE_RUNS).getLast().value()).isNull();
    assertThat(index.isComplete().block(SOON)).isTrue();
    Schedule again = save(daily(id));
    assertThat(again.revision()).isOne();
    assertThat(schedules.view(id).block(SOON))
        .isEqualTo(new ScheduleView(again, first(again), null));
    assertThat(schedules.runs(id).block(SOON)).isEmpty();
  }

  @Test
  void listsAnOwnersInPages() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      ids.add(save(owned(id + '-' + i, Owner.user(user), PAYLOAD)).id());
    }
    save(owned(id + "-other", Owner.user("x" + user), PAYLOAD));
    ScheduleFilter filter = ScheduleFilter.of(Owner.user(user));

    assertThat(pages(filter, 3))
        .isEqualTo(List.of(ids.subList(0, 3), ids.subList(3, 6), ids.subList(6, 7)));
    assertThat(pages(filter, 7)).isEqualTo(List.of(ids));
    assertThat(pages(ScheduleFilter.of(Owner.user("nobody")), 3)).isEqualTo(List.of(List.of()));
    assertThat(ids(schedules.of(Owner.user(user)))).isEqualTo(ids);
  }

  @Test
  void listsWhatAFilterLetsThrough() {
    Owner owner = Owner.user(user);
    Flux.range(0, 250)
        .flatMap(i -> schedules.save(owned(id + "-%03d".formatted(i), owner, PAYLOAD)), 50)
        .blockLast(SOON);
    save(owned(id + "-250", owner, new RunScript("revenue-drop", "")));
    schedules.change(id + "-249", it -> titled(it, "The Last").withPaused(true)).block(SOON);

    assertThat(pages(new ScheduleFilter(owner, "script", null, null), 5))
        .isEqualTo(List.of(List.of(id + "-250")));
    assertThat(pages(new ScheduleFilter(owner, null, true, "the last"), 5))
        .isEqualTo(List.of(List.of(id + "-249")));
    assertThat(pages(new ScheduleFilter(owner, null, null, id + "-24"), 6).getFirst())
        .hasSize(6)
        .startsWith(id + "-240");
    assertThat(pages(new ScheduleFilter(null, "post", null, id), 5).getFirst()).isEmpty();
  }

  @Test
  void ownersAreFoundByAccountAndByTelegram() {
    long telegramUser = user.hashCode() & 0xffffffL;
    Owner both = new Owner(user, "main", "-1001", null, telegramUser);
    save(owned(id, both, PAYLOAD));

    assertThat(ids(schedules.of(both))).containsExactly(id);
    assertThat(ids(schedules.of(Owner.user(user)))).containsExactly(id);
    assertThat(ids(schedules.of(Owner.chat("main", "7", null, telegramUser)))).containsExactly(id);
    assertThat(ids(schedules.of(Owner.OPERATORS))).isEmpty();
  }

  @Test
  void everythingIsThereAgainAfterAFlush() {
    Schedule saved = save(owned(id, Owner.user(user), PAYLOAD));
    ScheduleRun run = run(saved, RunOutcome.FIRED);
    publish(run);
    await().atMost(SOON).until(() -> schedules.runs(id).block(SOON).size() == 1);
    ScheduleView before = schedules.view(id).block(SOON);

    redis.flush();

    assertThatThrownBy(() -> schedules.find(id).block(SOON)).isInstanceOf(SchedulesUnknown.class);
    assertThatThrownBy(() -> save(daily("new" + id))).isInstanceOf(SchedulesUnknown.class);
    assertThatThrownBy(() -> schedules.delete(id).block(SOON)).isInstanceOf(SchedulesUnknown.class);
    await().pollInterval(Duration.ofMillis(20)).atMost(SOON).until(SchedulesTest::isKnown);
    assertThat(index.isComplete().block(SOON)).isTrue();
    assertThat(schedules.view(id).block(SOON)).isEqualTo(before);
    assertThat(before.last()).isEqualTo(run);
    assertThat(before.next()).isEqualTo(run.next());
    assertThat(ids(schedules.of(Owner.user(user)))).containsExactly(id);
    assertThat(save(saved.withPaused(true)).revision()).isEqualTo(2);
  }

  @Test
  void nothingIsKnownOrChangedWhileRedisIsAway() {
    Schedule saved = save(daily(id));
    redis.stop();

    assertThatThrownBy(() -> schedules.find(id).block(SOON)).isInstanceOf(SchedulesUnknown.class);
    assertThatThrownBy(() -> save(saved)).isInstanceOf(SchedulesUnknown.class);
    assertThatThrownBy(() -> schedules.page(ScheduleFilter.NONE, null, 5).block(SOON))
        .isInstanceOf(SchedulesUnknown.class);

    redis.start();
    await().atMost(SOON).until(SchedulesTest::isKnown);
    assertThat(published(Topics.SCHEDULES)).hasSize(1);
  }

  @Test
  void whatIsWantedNowIsPublished() {
    save(daily(id));

    ScheduleTrigger trigger = schedules.trigger(id, "k3f9", "ann").block(SOON);

    assertThat(trigger.fire()).isEqualTo("schedule:" + id + ":manual:k3f9");
    assertThat(published(Topics.SCHEDULE_TRIGGERS))
        .extracting(record -> Json.read(record.value(), ScheduleTrigger.class))
        .containsExactly(trigger);
    assertThat(schedules.trigger("nothing", "k3f9", null).block(SOON)).isNull();
    assertThatThrownBy(() -> schedules.trigger(id, "a b", null).block(SOON))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Schedule save(Schedule schedule) {
    return schedules.save(schedule).block(SOON);
  }

  private static Schedule daily(String id) {
    return owned(id, Owner.OPERATORS, PAYLOAD);
  }

  private static Schedule owned(String id, Owner owner, Payload payload) {
    return Schedule.of(id, owner, "", DAILY, payload, FROM);
  }

  private static Schedule titled(Schedule schedule, String title) {
    return schedule.with(
        title,
        schedule.timing(),
        schedule.payload(),
        schedule.jitter(),
        schedule.misfire(),
        schedule.paused(),
        schedule.endsAt());
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

  private static List<List<String>> pages(ScheduleFilter filter, int limit) {
    List<List<String>> pages = new ArrayList<>();
    @Nullable String next = null;
    do {
      SchedulePage page = schedules.page(filter, next, limit).block(SOON);
      pages.add(ids(Flux.fromIterable(page.schedules())));
      next = page.next();
    } while (next != null);
    return pages;
  }

  private static List<String> ids(Flux<ScheduleView> views) {
    return views.map(view -> view.schedule().id()).collectList().block(SOON);
  }
}
