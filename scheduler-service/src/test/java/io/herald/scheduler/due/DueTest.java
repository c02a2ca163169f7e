package io.herald.scheduler.due;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.backends.Backends;
import io.herald.backends.ReadTopic;
import io.herald.backends.TestKafka;
import io.herald.backends.TestRedis;
import io.herald.model.job.JobCommand;
import io.herald.model.job.JobFailure;
import io.herald.model.job.JobIds;
import io.herald.model.json.Json;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.schedule.At;
import io.herald.model.schedule.Every;
import io.herald.model.schedule.Misfire;
import io.herald.model.schedule.Notify;
import io.herald.model.schedule.Owner;
import io.herald.model.schedule.Payload;
import io.herald.model.schedule.RunOutcome;
import io.herald.model.schedule.RunScript;
import io.herald.model.schedule.Schedule;
import io.herald.model.schedule.ScheduleIds;
import io.herald.model.schedule.ScheduleRun;
import io.herald.model.schedule.ScheduleTrigger;
import io.herald.model.schedule.Timing;
import io.herald.model.topic.Topics;
import io.herald.runtime.kafka.KafkaReachability;
import io.herald.runtime.kafka.PublishRecord;
import io.herald.runtime.schedule.ScheduleView;
import io.herald.runtime.schedule.Schedules;
import io.herald.scheduler.SchedulerService;
import io.herald.scheduler.tell.NextEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Schedules in front of a real Kafka and Redis, which are their own; the clock is turned by hand.
 */
@SpringBootTest(
    classes = {SchedulerService.class, DueTest.ByHand.class},
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "HERALD_SCHEDULES_LEASE=2s",
      // A machine that is busy with other things answers late: none of what is tested.
      "spring.data.redis.timeout=5s"
    })
@DirtiesContext
class DueTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final HandClock CLOCK = new HandClock(Instant.parse("2026-03-02T08:30:00Z"));
  private static final TestKafka KAFKA = Backends.newKafka();
  private static final TestRedis REDIS = Backends.newRedis();

  @TestConfiguration
  static class ByHand {
    @Bean
    HandClock byHand() {
      return CLOCK;
    }
  }

  @Autowired private Schedules schedules;
  @Autowired private PublishRecord publish;
  @Autowired private FireDue fireDue;
  @Autowired private MeterRegistry meters;
  @Autowired private KafkaReachability kafka;

  private final String id = UUID.randomUUID().toString();

  @DynamicPropertySource
  static void backends(DynamicPropertyRegistry registry) {
    registry.add("KAFKA_BOOTSTRAP_SERVERS", KAFKA::bootstrapServers);
    registry.add("spring.data.redis.url", REDIS::url);
    registry.add("HERALD_JOBS_FILE", () -> DueTest.class.getResource("/jobs.yaml").getPath());
    registry.add(
        "HERALD_JOBS_FOLDER", () -> System.getProperty("java.io.tmpdir") + "/herald-due-jobs");
  }

  @AfterAll
  static void end() {
    REDIS.close();
    KAFKA.close();
  }

  @BeforeEach
  void isReady() {
    await().atMost(SOON).until(() -> fireDue.health().getStatus().getCode().equals("UP"));
    await()
        .atMost(SOON)
        .ignoreExceptions()
        .until(() -> schedules.view("none").blockOptional().isEmpty());
  }

  @Test
  void firesAtEachTimeOnceUnderItsId() {
    Instant first = CLOCK.instant().plus(HOUR);
    save(new Every(HOUR, first), notification());
    CLOCK.turnTo(first.minusMillis(1));
    looksAgain();
    assertThat(runs()).isEmpty();

    CLOCK.turnTo(first);
    awaitRuns(1);
    CLOCK.turnTo(first.plus(HOUR).plusMillis(20));
    awaitRuns(2);

    assertThat(runs()).extracting(ScheduleRun::outcome).containsOnly(RunOutcome.FIRED);
    assertThat(runs().getFirst().due()).isEqualTo(first.plus(HOUR));
    assertThat(view().next()).isEqualTo(first.plus(HOUR).plus(HOUR));
    assertThat(notified(2))
        .extracting(NotificationRequested::id)
        .containsExactlyInAnyOrder(
            "schedule:" + id + ":" + first, "schedule:" + id + ":" + first.plus(HOUR));
  }

  @Test
  void whatWasMissedIsFiredOnceOrLeftOutAsItsPolicySays() {
    Instant first = CLOCK.instant().plus(HOUR);
    save(new Every(HOUR, first), notification());
    String other = id + "-skip";
    schedules
        .save(schedule(other, new Every(HOUR, first), notification()).withMisfire(Misfire.skip()))
        .block(SOON);

    CLOCK.turnTo(first.plus(Duration.ofMinutes(150)));

    awaitRuns(1);
    await().atMost(SOON).until(() -> runs(other).size() == 1);
    assertThat(runs().getFirst())
        .returns(RunOutcome.FIRED, ScheduleRun::outcome)
        .returns(first.plus(HOUR).plus(HOUR), ScheduleRun::due)
        .returns(2L, ScheduleRun::missed);
    assertThat(runs(other).getFirst())
        .returns(RunOutcome.SKIPPED, ScheduleRun::outcome)
        .returns(2L, ScheduleRun::missed)
        .returns(first.plus(HOUR.multipliedBy(3)), ScheduleRun::next);
  }

  @Test
  void whatIsPausedOrDeletedIsNotFired() {
    Instant first = CLOCK.instant().plus(HOUR);
    save(new Every(HOUR, first), notification());
    schedules.change(id, it -> it.withPaused(true)).block(SOON);
    CLOCK.turnTo(first.plusSeconds(1));
    looksAgain();
    assertThat(runs()).isEmpty();

    schedules.change(id, it -> it.withPaused(false)).block(SOON);
    assertThat(view().next()).isEqualTo(first.plus(HOUR));
    assertThat(schedules.delete(id).block(SOON)).isTrue();
    CLOCK.turn(HOUR);
    looksAgain();
    assertThat(schedules.view(id).blockOptional(SOON)).isEmpty();
  }

  @Test
  void afterAFlushNothingIsFiredAgainAndNothingLeftOut() {
    Instant first = CLOCK.instant().plus(HOUR);
    save(new Every(HOUR, first), notification());
    CLOCK.turnTo(first);
    awaitRuns(1);

    REDIS.flush();
    await().atMost(SOON).ignoreExceptions().until(() -> view().next() != null);
    assertThat(view().next()).isEqualTo(first.plus(HOUR));
    looksAgain();
    assertThat(runs()).hasSize(1);

    CLOCK.turn(HOUR);
    awaitRuns(2);
    assertThat(notified(2)).hasSize(2);
  }

  @Test
  void whatIsDueWhileKafkaIsAwayIsFiredWhenItIsBack() {
    Instant first = CLOCK.instant().plus(HOUR);
    save(new Every(HOUR, first), notification());
    KAFKA.stop();
    CLOCK.turnTo(first);
    await().atMost(SOON).until(() -> kafka.health().getStatus().equals(Status.DOWN));
    assertThat(runs()).isEmpty();

    KAFKA.start();
    // What did not work is tried again after a second, as often as it takes.
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> {
          CLOCK.turn(Duration.ofMillis(200));
          return runs().size() == 1;
        });
    assertThat(runs().getFirst().due()).isEqualTo(first);
    assertThat(view().next()).isEqualTo(first.plus(HOUR));
  }

  @Test
  void isFiredByHandOnceForEachRequestAndStaysDue() {
    Instant first = CLOCK.instant().plus(HOUR);
    save(new Every(HOUR, first), notification());

    trigger("one");
    trigger("one");
    trigger("two");
    awaitRuns(2);

    assertThat(runs())
        .extracting(ScheduleRun::fire)
        .containsExactlyInAnyOrder(
            "schedule:" + id + ":manual:one", "schedule:" + id + ":manual:two");
    assertThat(view().next()).isEqualTo(first);
    CLOCK.turnTo(first);
    awaitRuns(3);
  }

  @Test
  void aScriptRunsAsAJobAndTheRunTellsHowItEnded() {
    saveScript("copy", "hello");

    await().atMost(SOON).until(() -> outcomes().contains(RunOutcome.COMPLETED));

    ScheduleRun run = runs().getFirst();
    assertThat(runs()).hasSize(1);
    assertThat(run.durationMillis()).isNotNull();
    try (var jobs = new ReadTopic(KAFKA.bootstrapServers(), Topics.JOBS)) {
      jobs.await(1, it -> new String(it.key(), UTF_8).equals(JobIds.of(run.fire())));
    }
  }

  @Test
  void aScriptThatCannotRunIsAFailedRun() {
    saveScript("nosuch", "");

    await().atMost(SOON).until(() -> outcomes().contains(RunOutcome.FAILED));

    assertThat(runs().getFirst().reason()).isEqualTo("There is no such kind of job here.");
  }

  // As after a crash between the two: the job has ended before another scheduler records the run.
  @Test
  void aJobThatEndsBeforeItsRunIsKnownEndsIt() {
    save(new At(CLOCK.instant().plus(HOUR)), new RunScript("copy", ""));
    String fire = ScheduleIds.manual(id, "crashed");
    var job = JobCommand.submit(JobIds.of(fire), "copy", "", null, CLOCK.instant()).by(id);
    var failure = new JobFailure("exit", "It ended with status 3.", null);
    publish(Topics.JOB_EVENTS, job.id(), NextEvent.refused(job, failure, CLOCK.instant()));
    looksAgain();

    publish(Topics.SCHEDULE_RUNS, id, run(fire));

    await().atMost(SOON).until(() -> outcomes().equals(List.of(RunOutcome.FAILED)));
    assertThat(runs().getFirst().reason()).isEqualTo("It ended with status 3.");
  }

  private ScheduleRun run(String fire) {
    Instant now = CLOCK.instant();
    return new ScheduleRun(
        ScheduleRun.SCHEMA_VERSION, id, 1, now, now, fire, RunOutcome.FIRED, null, 0, null, null);
  }

  @Test
  void whatIsOverIsDeletedAfterAMonth() {
    save(new At(CLOCK.instant()), notification());
    awaitRuns(1);
    await().atMost(SOON).until(() -> view().next() == null);
    CLOCK.turn(Duration.ofDays(29));
    looksAgain();
    assertThat(view()).isNotNull();

    CLOCK.turn(Duration.ofDays(2));

    await().atMost(SOON).until(() -> schedules.view(id).blockOptional(SOON).isEmpty());
  }

  @Test
  void whatIsSavedAndDueAtOnceIsFiredAtOnce() {
    double before = fires();
    save(new At(CLOCK.instant().minusSeconds(30)), notification());

    awaitRuns(1);
    assertThat(notified(1).getFirst().text()).isEqualTo("Hello");
    assertThat(fires()).isGreaterThan(before);
  }

  /** Whoever is due later than what is there now has not been looked at yet. */
  private void looksAgain() {
    String other = "probe-" + UUID.randomUUID();
    schedules.save(schedule(other, new At(CLOCK.instant()), notification())).block(SOON);
    await().atMost(SOON).until(() -> !runs(other).isEmpty());
  }

  private void trigger(String request) {
    var trigger = new ScheduleTrigger("1.0.0", id, request, null, CLOCK.instant());
    publish(Topics.SCHEDULE_TRIGGERS, id, trigger);
  }

  private void publish(String topic, String key, Object record) {
    publish
        .publish(new ProducerRecord<>(topic, key.getBytes(UTF_8), Json.write(record)))
        .block(SOON);
  }

  private void save(Timing timing, Payload payload) {
    schedules.save(schedule(id, timing, payload)).block(SOON);
  }

  /** Of somebody in a chat: whom an account belongs to is known where a gateway keeps its index. */
  private void saveScript(String script, String argument) {
    Owner owner = Owner.chat("main", "77", null, 12);
    Instant now = CLOCK.instant();
    schedules
        .save(Schedule.of(id, owner, "", new At(now), new RunScript(script, argument), now))
        .block(SOON);
  }

  private static Schedule schedule(String id, Timing timing, Payload payload) {
    return Schedule.of(id, Owner.user("ann"), "A title", timing, payload, CLOCK.instant());
  }

  private static Payload notification() {
    var json = "{\"id\":\"-\",\"to\":{\"chat\":\"12\"},\"text\":\"Hello\"}";
    return new Notify(Json.read(json.getBytes(UTF_8), NotificationRequested.class));
  }

  private List<NotificationRequested> notified(int count) {
    try (var topic = new ReadTopic(KAFKA.bootstrapServers(), Topics.NOTIFICATIONS)) {
      return topic.await(count, it -> new String(it.value(), UTF_8).contains(id)).stream()
          .map(it -> Json.read(it.value(), NotificationRequested.class))
          .toList();
    }
  }

  private double fires() {
    return meters
        .counter("herald.schedules.fires", "payload", "notification", "outcome", "fired")
        .count();
  }

  private ScheduleView view() {
    return schedules.view(id).block(SOON);
  }

  private List<RunOutcome> outcomes() {
    return runs().stream().map(ScheduleRun::outcome).toList();
  }

  private List<ScheduleRun> runs() {
    return runs(id);
  }

  private List<ScheduleRun> runs(String of) {
    return schedules.runs(of).block(SOON);
  }

  private void awaitRuns(int count) {
    await().atMost(SOON).until(() -> runs().size() == count);
  }
}
