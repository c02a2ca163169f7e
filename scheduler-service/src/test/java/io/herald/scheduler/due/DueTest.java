package io.herald.scheduler.due;

import static io.herald.scheduler.due.OneSchedule.notification;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.backends.Backends;
import io.herald.backends.ReadTopic;
import io.herald.backends.TestKafka;
import io.herald.backends.TestRedis;
import io.herald.model.json.Json;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.schedule.At;
import io.herald.model.schedule.Every;
import io.herald.model.schedule.Misfire;
import io.herald.model.schedule.RunOutcome;
import io.herald.model.schedule.ScheduleRun;
import io.herald.model.topic.Topics;
import io.herald.runtime.kafka.KafkaReachability;
import io.herald.runtime.schedule.Schedules;
import io.herald.scheduler.SchedulerService;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

/** What comes due by a clock that is turned by hand, with a Kafka and a Redis of its own. */
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

  private static final Duration SOON = Duration.ofMinutes(1);
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
  @Autowired private FireDue fireDue;
  @Autowired private MeterRegistry meters;
  @Autowired private KafkaReachability kafka;

  private OneSchedule one;

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
    one = OneSchedule.fresh(schedules, CLOCK);
  }

  @Test
  void firesAtEachTimeOnceUnderItsId() {
    Instant first = CLOCK.instant().plus(HOUR);
    one.save(new Every(HOUR, first), notification());
    CLOCK.turnTo(first.minusMillis(1));
    one.looksAgain();
    assertThat(one.runs()).isEmpty();

    CLOCK.turnTo(first);
    one.awaitRuns(1);
    CLOCK.turnTo(first.plus(HOUR).plusMillis(20));
    one.awaitRuns(2);

    assertThat(one.runs()).extracting(ScheduleRun::outcome).containsOnly(RunOutcome.FIRED);
    assertThat(one.runs().getFirst().due()).isEqualTo(first.plus(HOUR));
    assertThat(one.view().next()).isEqualTo(first.plus(HOUR).plus(HOUR));
    assertThat(notified(2))
        .extracting(NotificationRequested::id)
        .containsExactlyInAnyOrder(
            "schedule:" + one.id() + ":" + first, "schedule:" + one.id() + ":" + first.plus(HOUR));
  }

  @Test
  void whatWasMissedIsFiredOnceOrLeftOutAsItsPolicySays() {
    Instant first = CLOCK.instant().plus(HOUR);
    one.save(new Every(HOUR, first), notification());
    OneSchedule other = OneSchedule.fresh(schedules, CLOCK);
    other.save(other.of(new Every(HOUR, first), notification()).withMisfire(Misfire.skip()));

    CLOCK.turnTo(first.plus(Duration.ofMinutes(150)));

    one.awaitRuns(1);
    await().atMost(SOON).until(() -> other.runs().size() == 1);
    assertThat(one.runs().getFirst())
        .returns(RunOutcome.FIRED, ScheduleRun::outcome)
        .returns(first.plus(HOUR).plus(HOUR), ScheduleRun::due)
        .returns(2L, ScheduleRun::missed);
    assertThat(other.runs().getFirst())
        .returns(RunOutcome.SKIPPED, ScheduleRun::outcome)
        .returns(2L, ScheduleRun::missed)
        .returns(first.plus(HOUR.multipliedBy(3)), ScheduleRun::next);
  }

  @Test
  void whatIsPausedOrDeletedIsNotFired() {
    Instant first = CLOCK.instant().plus(HOUR);
    one.save(new Every(HOUR, first), notification());
    schedules.change(one.id(), it -> it.withPaused(true)).block(SOON);
    CLOCK.turnTo(first.plusSeconds(1));
    one.looksAgain();
    assertThat(one.runs()).isEmpty();

    schedules.change(one.id(), it -> it.withPaused(false)).block(SOON);
    assertThat(one.view().next()).isEqualTo(first.plus(HOUR));
    assertThat(schedules.delete(one.id()).block(SOON)).isTrue();
    CLOCK.turn(HOUR);
    one.looksAgain();
    assertThat(schedules.view(one.id()).blockOptional(SOON)).isEmpty();
  }

  @Test
  void afterAFlushNothingIsFiredAgainAndNothingLeftOut() {
    Instant first = CLOCK.instant().plus(HOUR);
    one.save(new Every(HOUR, first), notification());
    CLOCK.turnTo(first);
    one.awaitRuns(1);

    REDIS.flush();
    await().atMost(SOON).ignoreExceptions().until(() -> one.view().next() != null);
    assertThat(one.view().next()).isEqualTo(first.plus(HOUR));
    one.looksAgain();
    assertThat(one.runs()).hasSize(1);

    CLOCK.turn(HOUR);
    one.awaitRuns(2);
    assertThat(notified(2)).hasSize(2);
  }

  @Test
  void whatIsDueWhileKafkaIsAwayIsFiredWhenItIsBack() {
    Instant first = CLOCK.instant().plus(HOUR);
    one.save(new Every(HOUR, first), notification());
    KAFKA.stop();
    CLOCK.turnTo(first);
    await().atMost(SOON).until(() -> kafka.health().getStatus().equals(Status.DOWN));
    assertThat(one.runs()).isEmpty();

    KAFKA.start();
    // What did not work is tried again after a second, as often as it takes.
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> {
          CLOCK.turn(Duration.ofMillis(200));
          return one.runs().size() == 1;
        });
    assertThat(one.runs().getFirst().due()).isEqualTo(first);
    assertThat(one.view().next()).isEqualTo(first.plus(HOUR));
  }

  @Test
  void whatIsOverIsDeletedAfterAMonth() {
    one.save(new At(CLOCK.instant()), notification());
    one.awaitRuns(1);
    await().atMost(SOON).until(() -> one.view().next() == null);
    CLOCK.turn(Duration.ofDays(29));
    one.looksAgain();
    assertThat(one.view()).isNotNull();

    CLOCK.turn(Duration.ofDays(2));

    await().atMost(SOON).until(() -> schedules.view(one.id()).blockOptional(SOON).isEmpty());
  }

  @Test
  void whatIsSavedAndDueAtOnceIsFiredAtOnce() {
    double before = fires();
    one.save(new At(CLOCK.instant().minusSeconds(30)), notification());

    one.awaitRuns(1);
    assertThat(notified(1).getFirst().text()).isEqualTo("Hello");
    assertThat(fires()).isGreaterThan(before);
  }

  private List<NotificationRequested> notified(int count) {
    try (var topic = new ReadTopic(KAFKA.bootstrapServers(), Topics.NOTIFICATIONS)) {
      return topic.await(count, it -> new String(it.value(), UTF_8).contains(one.id())).stream()
          .map(it -> Json.read(it.value(), NotificationRequested.class))
          .toList();
    }
  }

  private double fires() {
    return meters
        .counter("herald.schedules.fires", "payload", "notification", "outcome", "fired")
        .count();
  }
}
