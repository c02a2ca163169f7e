package io.herald.runtime.schedule;

import static org.awaitility.Awaitility.await;

import io.herald.model.schedule.Every;
import io.herald.model.schedule.Owner;
import io.herald.model.schedule.Payload;
import io.herald.model.schedule.Schedule;
import io.herald.model.schedule.Summarize;
import io.herald.runtime.RunningRuntime;
import io.herald.runtime.index.Indexes;
import io.herald.runtime.index.KeepIndex;
import io.herald.runtime.redis.RedisLink;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Flux;

/** The schedules of a runtime whose index is kept, as the scheduler does. */
record KeptSchedules(Schedules schedules, KeepIndex index) implements AutoCloseable {

  static final Duration SOON = Duration.ofMinutes(1);
  // Its due times are told apart from others by their odd milliseconds.
  static final Instant FROM = Instant.parse("2026-01-05T12:00:00.123Z");
  static final Payload PAYLOAD = new Summarize("ann@example.com");
  private static final Every DAILY = new Every(Duration.ofDays(1), FROM);

  /** Keeps it, and waits until it is complete. */
  static KeptSchedules of(RunningRuntime runtime) {
    var applying = new ScheduleIndex(runtime.part(RedisLink.class));
    KeepIndex index = runtime.part(Indexes.class).keep(ScheduleKeys.INDEX, applying);
    var kept = new KeptSchedules(runtime.part(Schedules.class), index);
    index.start();
    await().atMost(SOON).until(kept::isKnown);
    return kept;
  }

  boolean isKnown() {
    return schedules.find("nothing").thenReturn(true).onErrorReturn(false).block(SOON);
  }

  Schedule save(Schedule schedule) {
    return schedules.save(schedule).block(SOON);
  }

  @Override
  public void close() {
    index.stop();
  }

  static Schedule owned(String id, Owner owner, Payload payload) {
    return Schedule.of(id, owner, "", DAILY, payload, FROM);
  }

  static Schedule titled(Schedule schedule, String title) {
    return schedule.with(
        title,
        schedule.timing(),
        schedule.payload(),
        schedule.jitter(),
        schedule.misfire(),
        schedule.paused(),
        schedule.endsAt());
  }

  static List<String> ids(Flux<ScheduleView> views) {
    return views.map(view -> view.schedule().id()).collectList().block(SOON);
  }
}
