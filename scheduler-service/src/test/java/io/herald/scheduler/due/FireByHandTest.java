package io.herald.scheduler.due;

import static io.herald.scheduler.due.OneSchedule.notification;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.json.Json;
import io.herald.model.schedule.Every;
import io.herald.model.schedule.ScheduleRun;
import io.herald.model.schedule.ScheduleTrigger;
import io.herald.model.topic.Topics;
import io.herald.scheduler.RunningDay;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** A schedule that somebody fires by hand, between the times at which it is due. */
class FireByHandTest extends RunningDay {

  // The day goes on for others, and they do not want it turned far.
  private static final Duration OFTEN = Duration.ofMinutes(5);

  @Test
  void isFiredByHandOnceForEachRequestAndStaysDue() {
    OneSchedule one = OneSchedule.fresh(schedules, clock);
    Instant first = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(OFTEN);
    one.save(new Every(OFTEN, first), notification());

    trigger(one.id(), "one");
    trigger(one.id(), "one");
    trigger(one.id(), "two");
    one.awaitRuns(2);

    assertThat(one.runs())
        .extracting(ScheduleRun::fire)
        .containsExactlyInAnyOrder(
            "schedule:" + one.id() + ":manual:one", "schedule:" + one.id() + ":manual:two");
    assertThat(one.view().next()).isEqualTo(first);
    clock.turnTo(first);
    one.awaitRuns(3);
    schedules.delete(one.id()).block(SOON);
  }

  private void trigger(String id, String request) {
    var trigger = new ScheduleTrigger("1.0.0", id, request, null, clock.instant());
    publish(Topics.SCHEDULE_TRIGGERS, id, Json.write(trigger));
  }
}
