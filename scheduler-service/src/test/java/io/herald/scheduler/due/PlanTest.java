package io.herald.scheduler.due;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.schedule.At;
import io.herald.model.schedule.Every;
import io.herald.model.schedule.Misfire;
import io.herald.model.schedule.Owner;
import io.herald.model.schedule.RunScript;
import io.herald.model.schedule.Schedule;
import io.herald.model.schedule.Timing;
import io.herald.runtime.schedule.Timetable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanTest {

  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
  private static final Misfire ONCE = Misfire.DEFAULT;
  private static final Misfire AT_ONCE =
      new Misfire(Misfire.Policy.FIRE_ONCE, Duration.ofMinutes(2));

  private final Plan plan = new Plan(Duration.ofSeconds(60));

  @Test
  void firesWhatIsPunctual() {
    Schedule schedule = every(FIVE_MINUTES, ONCE);

    assertThat(plan.step(schedule, NINE, NINE)).isEqualTo(fire(NINE, 0));
    assertThat(plan.step(schedule, NINE, NINE.plusSeconds(60))).isEqualTo(fire(NINE, 0));
    assertThat(plan.step(every(FIVE_MINUTES, Misfire.skip()), NINE, NINE.plusSeconds(60)))
        .isEqualTo(fire(NINE, 0));
  }

  @Test
  void everyPunctualOneIsFired() {
    Schedule schedule = every(Duration.ofSeconds(10), ONCE);

    assertThat(plan.step(schedule, NINE, NINE.plusSeconds(35)))
        .isEqualTo(new Plan.Fire(NINE, 0, NINE.plusSeconds(10)));
  }

  @Test
  void waitsForWhatIsNotDueYet() {
    assertThat(plan.step(every(FIVE_MINUTES, ONCE), NINE, NINE.minusMillis(1)))
        .isEqualTo(new Plan.Wait(NINE));
  }

  @Test
  void waitsForTheJitter() {
    Schedule schedule = jittered(Duration.ofMinutes(2));
    Instant fireAt = Timetable.fireAt(schedule, NINE);

    assertThat(fireAt).isAfter(NINE);
    assertThat(plan.step(schedule, NINE, NINE)).isEqualTo(new Plan.Wait(fireAt));
    assertThat(plan.step(schedule, NINE, fireAt)).isEqualTo(fire(NINE, 0));
    assertThat(plan.step(schedule, NINE, fireAt.plusSeconds(60))).isEqualTo(fire(NINE, 0));
  }

  @Test
  void theLatestMissedOneStandsForAll() {
    Instant now = NINE.plus(Duration.ofMinutes(23));

    assertThat(plan.step(every(FIVE_MINUTES, ONCE), NINE, now))
        .isEqualTo(fire(NINE.plus(Duration.ofMinutes(20)), 4));
  }

  @Test
  void onceMeansOnceWhenTheLatestIsJustInTime() {
    Instant now = NINE.plus(Duration.ofMinutes(20)).plusSeconds(5);

    assertThat(plan.step(every(FIVE_MINUTES, AT_ONCE), NINE, now))
        .isEqualTo(fire(NINE.plus(Duration.ofMinutes(20)), 4));
  }

  @Test
  void leavesOutWhatIsBeyondTheGrace() {
    Instant now = NINE.plus(Duration.ofMinutes(23));

    assertThat(plan.step(every(FIVE_MINUTES, AT_ONCE), NINE, now))
        .isEqualTo(
            new Plan.Skip(
                NINE.plus(Duration.ofMinutes(20)),
                4,
                "missed by more than 2m",
                NINE.plus(Duration.ofMinutes(25))));
  }

  @Test
  void leavesOutAllThatWasMissedAndNothingThatIsPunctual() {
    Instant now = NINE.plus(Duration.ofMinutes(20)).plusSeconds(5);

    Plan.Step step = plan.step(every(FIVE_MINUTES, Misfire.skip()), NINE, now);

    assertThat(step)
        .isInstanceOfSatisfying(
            Plan.Skip.class,
            skip -> {
              assertThat(skip.due()).isEqualTo(NINE.plus(Duration.ofMinutes(15)));
              assertThat(skip.missed()).isEqualTo(3);
              assertThat(skip.next()).isEqualTo(NINE.plus(Duration.ofMinutes(20)));
            });
  }

  @Test
  void whatIsDueOnceIsNotDueAgain() {
    Schedule schedule = schedule(new At(NINE), ONCE, Duration.ZERO, null);

    assertThat(plan.step(schedule, NINE, NINE)).isEqualTo(new Plan.Fire(NINE, 0, null));
    assertThat(plan.step(schedule, NINE, NINE.plus(Duration.ofMinutes(59))))
        .isEqualTo(new Plan.Fire(NINE, 0, null));
    assertThat(plan.step(schedule, NINE, NINE.plus(Duration.ofMinutes(61))))
        .isEqualTo(new Plan.Skip(NINE, 0, "missed by more than 1h", null));
  }

  @Test
  void nothingIsDueAfterTheEnd() {
    Instant end = NINE.plus(Duration.ofMinutes(12));
    Schedule schedule = schedule(new Every(FIVE_MINUTES, NINE), ONCE, Duration.ZERO, end);

    assertThat(plan.step(schedule, NINE, NINE.plus(Duration.ofMinutes(30))))
        .isEqualTo(new Plan.Fire(NINE.plus(Duration.ofMinutes(10)), 2, null));
  }

  @Test
  void aJitterThatIsNotOverYetLeavesTheLatestToItsOwnTurn() {
    Schedule schedule = jittered(Duration.ofMinutes(2));
    Instant now = NINE.plus(Duration.ofMinutes(20)).plusSeconds(1);

    assertThat(plan.step(schedule, NINE, now))
        .isEqualTo(
            new Plan.Fire(NINE.plus(Duration.ofMinutes(15)), 3, NINE.plus(Duration.ofMinutes(20))));
  }

  private static Plan.Fire fire(Instant due, long missed) {
    return new Plan.Fire(due, missed, due.plus(FIVE_MINUTES));
  }

  private static Schedule every(Duration period, Misfire misfire) {
    return schedule(new Every(period, NINE), misfire, Duration.ZERO, null);
  }

  private static Schedule jittered(Duration jitter) {
    return schedule(new Every(FIVE_MINUTES, NINE), ONCE, jitter, null);
  }

  private static Schedule schedule(
      Timing timing, Misfire misfire, Duration jitter, @Nullable Instant end) {
    return Schedule.of(
            "a", Owner.OPERATORS, "", timing, new RunScript("s", ""), NINE.minusSeconds(9))
        .with("", timing, new RunScript("s", ""), jitter, misfire, false, end);
  }
}
