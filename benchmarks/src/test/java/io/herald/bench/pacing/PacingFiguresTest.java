package io.herald.bench.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.bench.emulator.Arrival;
import io.herald.bench.outbound.BenchMessage;
import io.herald.bench.report.Goal;
import io.herald.bench.run.Machine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PacingFiguresTest {
  private static final BenchMessage FIRST = new BenchMessage("b1", -7);
  private static final BenchMessage OTHER = new BenchMessage("b2", 5);
  private static final BenchMessage SECOND = new BenchMessage("b3", -7);
  private static final BenchMessage THIRD = new BenchMessage("b4", -7);
  private static final BenchMessage REPLY = new BenchMessage("r1", -7);
  private static final Workload WORKLOAD =
      new Workload(List.of(FIRST, OTHER, SECOND, THIRD), List.of(REPLY), Duration.ofMillis(1_500));
  private static final Asked ASKED = new Asked(10_000, Map.of("r1", 11_500L), 0);

  @Test
  void seesNothingWrongWhenAllIsWell() {
    PacingFigures figures =
        figures(
            at(FIRST, 10_010),
            at(SECOND, 10_020),
            at(OTHER, 10_030),
            at(REPLY, 11_740),
            at(THIRD, 13_000));

    assertThat(figures.makespanSeconds()).isEqualTo(3);
    assertThat(figures.makespanToIdeal()).isEqualTo(2);
    assertThat(figures.replyP99Millis()).isEqualTo(240);
    assertThat(figures.reordered() + figures.duplicates() + figures.missing()).isZero();
  }

  @Test
  void countsWhatIsOutOfOrderWithinAChatAndLane() {
    PacingFigures figures =
        figures(at(OTHER, 1), at(THIRD, 2), at(FIRST, 3), at(SECOND, 4), at(REPLY, 5));

    assertThat(figures.reordered()).isEqualTo(2);
  }

  @Test
  void countsWhatCameTwiceOrNever() {
    PacingFigures figures =
        figures(
            at(FIRST, 10_001),
            at(FIRST, 10_002),
            at(new BenchMessage("warm-1", 5), 10_003),
            at(OTHER, 10_004));

    assertThat(figures.duplicates()).isEqualTo(1);
    assertThat(figures.missing()).isEqualTo(3);
    assertThat(figures.replyP99Millis()).isNaN();
    PacingResult result =
        PacingResult.of(
            Instant.EPOCH,
            new Machine("some", 2, "Linux", "25", 0),
            PacingOptions.parse(new String[0]),
            WORKLOAD,
            List.of(figures));
    assertThat(result.complete()).isFalse();
    assertThat(result.goals())
        .filteredOn(goal -> goal.text().matches(".*(duplicates|missing|p99).*"))
        .extracting(Goal::met)
        .containsExactly(false, false, false);
    assertThat(result.describe()).contains("Herald, 1 worker", "NOT MET");
  }

  private static PacingFigures figures(Arrival... arrivals) {
    return PacingFigures.of(Subject.HERALD_1, WORKLOAD, ASKED, List.of(arrivals), 0);
  }

  private static Arrival at(BenchMessage message, long atMs) {
    return new Arrival(message.chat(), message.text(), atMs);
  }
}
