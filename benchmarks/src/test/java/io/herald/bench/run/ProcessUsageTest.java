package io.herald.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessUsageTest {

  @Test
  void readsTimesBehindANameWithSpacesAndBrackets() {
    String stat = "77 (a (b) c) S 1 77 77 0 -1 4194560 10 20 0 0 150 50 7 3 20 0 9 0 100 1000 200";

    assertThat(ProcessUsage.parse(stat)).isEqualTo(new ProcessUsage(2_000_000, 100_000));
  }

  @Test
  void knowsNothingOfAProcessThatIsGone() {
    assertThat(ProcessUsage.of(Long.MAX_VALUE)).isEmpty();
    assertThat(ProcessUsage.peakResidentBytes(Long.MAX_VALUE)).isEmpty();
  }
}
