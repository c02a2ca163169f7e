package io.herald.system.wayout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PassageTest {

  @Test
  void nothingIsBrokenWhenAllArrivedOnceInOrderAndWasTold() {
    assertThat(passage(new Arrivals(10, 2, 0), 10, 0).broken()).isEmpty();
  }

  @Test
  void everyBrokenPromiseIsNamed() {
    assertThat(passage(new Arrivals(9, 3, 1), 8, 1).broken())
        .containsExactly(
            "messages lost: 1",
            "duplicates: 3 of 2",
            "messages out of order: 1",
            "messages whose end was not told: 2",
            "dead letters: 1");
  }

  private static Passage passage(Arrivals arrivals, int ended, int deadLetters) {
    return new Passage("a fault", 10, arrivals, 2, ended, 0, deadLetters, 0, Duration.ofSeconds(1));
  }
}
