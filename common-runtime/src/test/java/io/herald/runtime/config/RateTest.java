package io.herald.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {

  @Test
  void readsCountAndPeriod() {
    assertThat(Rate.valueOf("30/s")).isEqualTo(new Rate(30, Duration.ofSeconds(1)));
    assertThat(Rate.valueOf(" 20/m ")).isEqualTo(new Rate(20, Duration.ofMinutes(1)));
    assertThat(Rate.valueOf("1000000/h")).isEqualTo(new Rate(1_000_000, Duration.ofHours(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"30/s", "20/m", "1000/h"})
  void isWrittenAsItIsRead(String text) {
    assertThat(Rate.valueOf(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "30", "30/d", "/s", "0/s", "-1/s", "1.5/s", "1 /s", "01/s", "1000001/s"})
  void refusesWhatIsNoRate(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rate.valueOf(text))
        .withMessageContaining("30/s");
  }
}
