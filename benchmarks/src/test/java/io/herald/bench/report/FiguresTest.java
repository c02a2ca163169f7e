package io.herald.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {

  @Test
  void takesTheMiddleWhateverTheOrder() {
    assertThat(Figures.median(9, 1, 4)).isEqualTo(4);
    assertThat(Figures.median(9, 1, 4, 5)).isEqualTo(4.5);
    assertThat(Figures.median()).isNaN();
  }

  @Test
  void countsPercentilesByNearestRank() {
    double[] values = {5, 4, 3, 2, 1};
    assertThat(Figures.percentile(0.5, values)).isEqualTo(3);
    assertThat(Figures.percentile(0.99, values)).isEqualTo(5);
    assertThat(Figures.percentile(0, values)).isEqualTo(1);
    assertThat(Figures.percentile(0.5)).isNaN();
  }

  @Test
  void knowsNoRatioToNothing() {
    assertThat(Figures.ratio(3, 2)).isEqualTo(1.5);
    assertThat(Figures.ratio(3, 0)).isNaN();
    assertThat(Figures.ratio(3, Double.NaN)).isNaN();
  }
}
