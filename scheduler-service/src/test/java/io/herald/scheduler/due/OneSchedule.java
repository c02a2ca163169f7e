package io.herald.scheduler.due;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.herald.model.json.Json;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.schedule.At;
import io.herald.model.schedule.Notify;
import io.herald.model.schedule.Owner;
import io.herald.model.schedule.Payload;
import io.herald.model.schedule.RunOutcome;
import io.herald.model.schedule.Schedule;
import io.herald.model.schedule.ScheduleRun;
import io.herald.model.schedule.Timing;
import io.herald.runtime.schedule.ScheduleView;
import io.herald.runtime.schedule.Schedules;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** One schedule of a test, and what comes of it. */
record OneSchedule(Schedules schedules, InstantSource clock, String id) {

  private static final Duration SOON = Duration.ofMinutes(1);

  /** One that nobody has made before. */
  static OneSchedule fresh(Schedules schedules, InstantSource clock) {
    return new OneSchedule(schedules, clock, UUID.randomUUID().toString());
  }

  static Payload notification() {
    var json = "{\"id\":\"-\",\"to\":{\"chat\":\"12\"},\"text\":\"Hello\"}";
    return new Notify(Json.read(json.getBytes(UTF_8), NotificationRequested.class));
  }

  void save(Timing timing, Payload payload) {
    save(of(timing, payload));
  }

  void save(Schedule schedule) {
    schedules.save(schedule).block(SOON);
  }

  Schedule of(Timing timing, Payload payload) {
    return Schedule.of(id, Owner.user("ann"), "A title", timing, payload, clock.instant());
  }

  /** Waits until whoever fires has looked at all that is due by now. */
  void looksAgain() {
    var probe = new OneSchedule(schedules, clock, "probe-" + UUID.randomUUID());
    // Whoever is due later than what is there now has not been looked at yet.
    probe.save(new At(clock.instant()), notification());
    await().atMost(SOON).until(() -> !probe.runs().isEmpty());
  }

  ScheduleView view() {
    return schedules.view(id).block(SOON);
  }

  List<RunOutcome> outcomes() {
    return runs().stream().map(ScheduleRun::outcome).toList();
  }

  /** What came of it, the newest first. */
  List<ScheduleRun> runs() {
    return schedules.runs(id).block(SOON);
  }

  void awaitRuns(int count) {
    await().atMost(SOON).until(() -> runs().size() == count);
  }
}
