package io.herald.bench.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.bench.load.CpuUse;
import io.herald.bench.load.RecordCheck;
import io.herald.bench.load.WrkResult;
import io.herald.bench.report.Goal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateResultTest {

  private static final RecordCheck ALL_THERE =
      new RecordCheck("Herald", "herald.notifications", 10, 5, 12);

  @Test
  void comparesRoundByRound() {
    RateResult result =
        RateResult.of(
            List.of(
                new RateResult.Round(side(1_000, 0), side(500, 0)),
                new RateResult.Round(side(4_000, 0), side(1_200, 0)),
                new RateResult.Round(side(2_000, 0), side(900, 0))),
            ALL_THERE);

    assertThat(result.herald()).isEqualTo(900);
    assertThat(result.ratio()).isEqualTo(0.45);
    assertThat(result.goals()).allMatch(Goal::met);
    assertThat(result.describe()).contains("Herald, durable", "none lost");
  }

  @Test
  void noticesErrorsAndLosses() {
    var lost = new RecordCheck("Herald", "herald.notifications", 10, 5, 9);
    RateResult result =
        RateResult.of(List.of(new RateResult.Round(side(1_000, 0), side(300, 7))), lost);

    assertThat(result.errors()).isEqualTo(7);
    assertThat(result.goals()).noneMatch(Goal::met);
  }

  private static RateResult.Side side(long perSecond, long errors) {
    return new RateResult.Side(
        new WrkResult(perSecond + errors, 1_000_000, 0, errors, 0, 0, 0, 0, 1, 1, 1, 1, 1),
        new CpuUse(1, Double.NaN, Double.NaN, 1));
  }
}
