package io.herald.runtime.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.schedule.At;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The index comes to the same, whatever order its two topics are read in. */
class ScheduleOrderTest extends AppliedSchedules {

  @Test
  void theSameInWhateverOrderBothTopicsAreRead() {
    define(revision(1, HOURLY, minutes(-1)));
    define(revision(2, EVERY_TEN_MINUTES, minutes(75)));
    ran(1, minutes(0), minutes(60));
    ran(1, minutes(60), minutes(120));
    byHand(2, minutes(76), minutes(80));
    ran(2, minutes(80), minutes(90));
    ended(2, minutes(60), minutes(120));

    assertEveryOrder(minutes(90), 4);
  }

  @Test
  void theSameWhenOnlyTheLastRecordsAreLeft() {
    define(revision(2, EVERY_TEN_MINUTES, minutes(75)));
    ran(2, minutes(80), minutes(90));

    assertEveryOrder(minutes(90), 1);
  }

  @Test
  void theSameWhenOnlyAFireByHandIsLeft() {
    define(revision(1, HOURLY, minutes(-1)));
    byHand(1, minutes(130), minutes(180));

    assertEveryOrder(minutes(180), 1);
  }

  @Test
  void aFireByHandThatWasOvertakenSetsNothingBack() {
    define(revision(1, HOURLY, minutes(-1)));
    ran(1, minutes(60), minutes(120));
    byHand(1, minutes(61), minutes(60));

    assertEveryOrder(minutes(120), 2);
  }

  @Test
  void whatWasFiredUnderAnEarlierTimingSaysNothingOfTheNew() {
    define(revision(1, HOURLY, minutes(-1)));
    define(revision(2, EVERY_TEN_MINUTES, minutes(61)));
    ran(1, minutes(60), minutes(120));

    assertEveryOrder(minutes(70), 1);
  }

  @Test
  void whatIsDueOnceIsOverWhenItWasFiredAndStaysSo() {
    define(revision(1, new At(minutes(0)), minutes(-5)));
    ran(1, minutes(0), null);
    define(revision(2, new At(minutes(0)), minutes(30)));

    assertEveryOrder(null, 1);
    assertThat(look()).isAfter(minutes(0).plus(Duration.ofDays(29)));
  }

  @Test
  void anOlderRecordChangesNothing() {
    define(revision(1, HOURLY, minutes(-1)));
    define(revision(2, EVERY_TEN_MINUTES, minutes(5)));
    apply(definitions.get(1));
    apply(definitions.get(0));

    assertThat(view().schedule().revision()).isEqualTo(2);
    assertThat(view().next()).isEqualTo(minutes(10));
  }

  private void assertEveryOrder(@Nullable Instant next, int known) {
    for (int order = 0; order < 1 << (definitions.size() + runs.size()); order++) {
      if (Integer.bitCount(order) == definitions.size()) {
        empty();
        applyInOrder(order);
        assertThat(view().next()).as("order %s", Integer.toBinaryString(order)).isEqualTo(next);
        assertThat(SCHEDULES.runs("a").block(SOON)).hasSize(known);
      }
    }
  }

  /** A bit that is set stands for the next definition, another for the next run. */
  private void applyInOrder(int order) {
    int definition = 0;
    int run = 0;
    for (int bit = 0; bit < definitions.size() + runs.size(); bit++) {
      apply((order >> bit & 1) == 1 ? definitions.get(definition++) : runs.get(run++));
    }
  }
}
