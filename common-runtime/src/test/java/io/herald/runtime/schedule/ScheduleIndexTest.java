package io.herald.runtime.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.model.schedule.Owner;
import io.herald.model.schedule.RunOutcome;
import io.herald.model.schedule.ScheduleRun;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the index tells of schedules, and when they are due next. */
class ScheduleIndexTest extends AppliedSchedules {

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
  void whatWasDeletedLeavesNothing() {
    define(revision(1, HOURLY, minutes(-1)));
    ran(1, minutes(0), minutes(60));
    applyAll();
    tombstone();
    apply(definitions.get(1));
    apply(definitions.get(0));
    apply(runs.get(0));

    assertThat(SCHEDULES.view("a").block(SOON)).isNull();
    assertThat(SCHEDULES.after(null, null, 10).block(SOON)).isEmpty();
    assertThat(SCHEDULES.after("user:ann lee", null, 10).block(SOON)).isEmpty();
    assertThat(SCHEDULES.runs("a").block(SOON)).isEmpty();
    assertThat(look()).isNull();
    assertThat(LINK.ask(it -> it.dbsize()).block(SOON)).isEqualTo(2);
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

    List<ScheduleRun> known = SCHEDULES.runs("a").block(SOON);
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
    assertThat(SCHEDULES.after(null, "a", 1).block(SOON).getFirst().schedule().id()).isEqualTo("b");

    define(owned("b", Owner.user("ann lee")));
    applyAll();
    assertThat(ids("user:ann lee")).containsExactly("a", "b");
    assertThat(ids("telegram:12")).isEmpty();
  }

  @Test
  void nothingIsToldWhileNotAllIsKnown() {
    REDIS.flush();

    assertThatThrownBy(() -> SCHEDULES.view("a").block(SOON)).isInstanceOf(SchedulesUnknown.class);
    assertThatThrownBy(() -> SCHEDULES.runs("a").block(SOON)).isInstanceOf(SchedulesUnknown.class);
  }

  private static List<String> ids(@Nullable String owner) {
    return SCHEDULES.after(owner, null, 10).block(SOON).stream()
        .map(it -> it.schedule().id())
        .toList();
  }
}
