package io.herald.scheduler.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.model.account.Account;
import io.herald.model.account.DailySummary;
import io.herald.model.account.Preferences;
import io.herald.model.account.TelegramLink;
import io.herald.model.job.JobCommand;
import io.herald.model.job.JobEvent;
import io.herald.model.job.JobOwner;
import io.herald.model.job.JobState;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.schedule.Cron;
import io.herald.model.schedule.RunOutcome;
import io.herald.model.schedule.Schedule;
import io.herald.model.topic.Topics;
import io.herald.runtime.history.Filter;
import io.herald.runtime.history.History;
import io.herald.runtime.history.RecordHistory;
import io.herald.runtime.history.Viewer;
import io.herald.runtime.index.IndexSpec;
import io.herald.runtime.redis.RedisLink;
import io.herald.scheduler.RunningDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

/** Daily summaries: who has a schedule for one, and what they are told. */
class SummaryTest extends RunningDay {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Autowired private ReactiveStringRedisTemplate redis;
  @Autowired private RedisLink link;

  private final long chat = ThreadLocalRandom.current().nextLong(1_000_000_000_000L);
  private Instant due;

  // The summary is due within two minutes.
  @BeforeEach
  void chooseATime() {
    due = clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(2));
  }

  @Test
  void followsTheAccount() {
    save(account(true, DailySummary.DEFAULT, ZoneOffset.UTC));
    await().atMost(SOON).until(this::timing, new Cron("0 9 * * *", ZoneOffset.UTC)::equals);
    assertThat(schedule().owner().user()).isEqualTo(user);

    save(account(true, new DailySummary(true, LocalTime.of(18, 30), true), BERLIN));
    await().atMost(SOON).until(this::timing, new Cron("30 18 * * *", BERLIN)::equals);

    save(account(true, DailySummary.NONE, BERLIN));
    await().atMost(SOON).until(() -> schedule() == null);

    save(account(true, DailySummary.DEFAULT, BERLIN));
    await().atMost(SOON).until(() -> schedule() != null);
    save(account(false, DailySummary.DEFAULT, BERLIN));
    await().atMost(SOON).until(() -> schedule() == null);
  }

  @Test
  void staysPausedWhenTheAccountChanges() {
    save(account(true, DailySummary.DEFAULT, ZoneOffset.UTC));
    await().atMost(SOON).until(() -> schedule() != null);
    schedules.change(SummarySchedule.id(user), it -> it.withPaused(true)).block(SOON);

    save(account(true, DailySummary.DEFAULT, BERLIN));

    await().atMost(SOON).until(this::timing, new Cron("0 9 * * *", BERLIN)::equals);
    assertThat(schedule().paused()).isTrue();
  }

  @Test
  void tellsWhatHappenedOnTheDay() {
    happened(Duration.ofHours(1), "post.succeeded", 2);
    happened(Duration.ofHours(2), "post.failed", 1);
    happened(Duration.ofHours(3), "automation.executed", 3);
    happened(Duration.ofHours(23), "drift.detected", 4);
    happened(Duration.ofHours(4), "daily.summary", 1);
    happened(Duration.ofHours(25), "drift.detected", 8);
    ended(Duration.ofHours(1), JobState.COMPLETED);
    ended(Duration.ofHours(2), JobState.FAILED);
    ended(Duration.ofHours(26), JobState.FAILED);
    save(account(true, daily(true), BERLIN));
    awaitSchedule();
    awaitHistory(19);
    await().atMost(SOON).until(() -> jobs.of(chat, 10).block(SOON).size() == 3);

    clock.turnTo(due);

    NotificationRequested summary = told("user:" + user, 20).getLast();
    assertThat(summary.kind()).isEqualTo("daily.summary");
    assertThat(summary.template()).isEqualTo("daily.summary");
    assertThat(summary.id()).isEqualTo("schedule:" + SummarySchedule.id(user) + ':' + due);
    assertThat(String.valueOf(summary.data().get("intro"))).contains("(Europe/Berlin)");
    assertThat(summary.data().get("items"))
        .isEqualTo(
            List.of(
                line("Posts published", 2),
                line("Posts failed", 1),
                line("Automations", 3),
                line("Jobs completed", 1),
                line("Jobs failed", 1),
                line("Notifications, drift.detected", 4)));
  }

  @Test
  void leavesOutAQuietDayWhenWantedSo() {
    save(account(true, daily(true), BERLIN));
    awaitSchedule();

    clock.turnTo(due);

    assertThat(lastRun(schedule(), run -> run.outcome() == RunOutcome.SKIPPED).reason())
        .contains("nothing happened");
  }

  @Test
  void tellsOfAQuietDayOtherwise() {
    save(account(true, daily(false), BERLIN));
    awaitSchedule();

    clock.turnTo(due);

    assertThat(told("user:" + user, 1).getFirst().data()).containsEntry("items", List.of());
  }

  @Test
  void waitsUntilTheHistoryIsComplete() throws Exception {
    happened(Duration.ofHours(1), "drift.detected", 1);
    save(account(true, daily(true), BERLIN));
    awaitSchedule();
    awaitHistory(1);
    String index = RecordHistory.INDEX.key();
    redis.opsForHash().remove(index, IndexSpec.COMPLETE).block(SOON);

    double retries = retries();

    clock.turnTo(due);
    await().atMost(SOON).until(() -> retries() > retries);
    assertThat(schedules.view(SummarySchedule.id(user)).block(SOON).last()).isNull();

    redis.opsForHash().put(index, IndexSpec.COMPLETE, "1").block(SOON);
    clock.turn(Duration.ofSeconds(5));
    assertThat(told("user:" + user, 2).getLast().data().get("items"))
        .isEqualTo(List.of(line("Notifications, drift.detected", 1)));
  }

  private double retries() throws Exception {
    return metrics()
        .lines()
        .filter(line -> line.startsWith("herald_schedules_retries_total"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private void happened(Duration ago, String kind, int times) {
    for (int i = 0; i < times; i++) {
      String id = newId();
      String json =
          "{\"id\":\"%s\",\"kind\":\"%s\",\"to\":{\"user\":\"%s\"},\"text\":\"x\"}"
              .formatted(id, kind, user);
      publishAt(
          due.minus(ago),
          Topics.NOTIFICATIONS,
          "user:" + user,
          json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  private void ended(Duration ago, JobState state) {
    Instant at = due.minus(ago);
    var job =
        JobCommand.submit(
            newId(), "report", "", new JobOwner("main", String.valueOf(chat), null, chat), at);
    publish(
        new JobEvent(JobEvent.SCHEMA_VERSION, job, state, 1, at, at, null, null, null, null, null));
  }

  private static Map<String, Object> line(String label, int value) {
    return Map.of("label", label, "value", value);
  }

  private DailySummary daily(boolean skipQuiet) {
    return new DailySummary(true, due.atZone(BERLIN).toLocalTime(), skipQuiet);
  }

  private Account account(boolean isLinked, DailySummary summary, ZoneId zone) {
    var link = new TelegramLink("main", String.valueOf(chat), "ada", "Ada", clock.instant());
    return Account.of(user)
        .withLink(isLinked ? link : null)
        .withPreferences(Preferences.DEFAULT.withZone(zone).withSummary(summary));
  }

  private void awaitHistory(int count) {
    await()
        .atMost(SOON)
        .until(() ->
            new History(link)
                    .list(Viewer.person(user), Filter.NONE, null, 100)
                    .block(SOON)
                    .notifications()
                    .size()
                == count);
  }

  private void awaitSchedule() {
    await().atMost(SOON).until(() -> schedule() != null);
  }

  private Schedule schedule() {
    return schedules.find(SummarySchedule.id(user)).block(SOON);
  }

  private Object timing() {
    Schedule found = schedule();
    return found == null ? "none" : found.timing();
  }
}
