package io.herald.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WarmUpTest {

  @Test
  void lastsAsLongAsAskedForWhenTheSubjectIsSteady() {
    assertThat(stepsTaken(15, 100, 100, 100, 100, 100)).isEqualTo(3);
  }

  @Test
  void goesOnWhileItGetsFaster() {
    assertThat(stepsTaken(15, 10, 20, 40, 60, 62, 63)).isEqualTo(5);
  }

  @Test
  void endsInAnyCase() {
    assertThat(stepsTaken(10, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512)).isEqualTo(8);
  }

  @Test
  void takesShortStepsWhenAskedToBeShort() {
    assertThat(new WarmUp(2).stepSeconds()).isEqualTo(2);
  }

  private static int stepsTaken(int leastSeconds, double... updatesPerSecond) {
    WarmUp warmUp = new WarmUp(leastSeconds);
    for (double step : updatesPerSecond) {
      if (!warmUp.goesOn()) {
        break;
      }
      warmUp.add(step);
    }
    return warmUp.steps().size();
  }
}
