package io.herald.bench.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.bench.report.Goal;
import io.herald.bench.report.Latency;
import org.junit.jupiter.api.Test;

class SchedulesResultTest {

  @Test
  void comparesWhatAFireCosts() {
    var result = new SchedulesResult(100, round(10, 100, 300), round(1_000, 100, 420));

    assertThat(result.ratio()).isEqualTo(1.3);
    assertThat(result.goals()).allMatch(Goal::met);
    assertThat(result.complete()).isTrue();
    assertThat(result.describe()).contains("1,000", "420");
  }

  @Test
  void whatWasNotFiredIsTold() {
    var result = new SchedulesResult(100, round(10, 100, 300), round(1_000, 99, 900));

    assertThat(result.complete()).isFalse();
    assertThat(result.goals()).filteredOn(goal -> !goal.met()).hasSize(2);
  }

  private static SchedulesRound round(int stored, long fired, double scheduler) {
    return new SchedulesRound(
        stored, 5_000, fired, 0, Latency.ofMillis(5, 10), 900, scheduler, 100, 50, 200);
  }
}
