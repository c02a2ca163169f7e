package io.herald.gateway.limit;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.herald.runtime.config.InvalidSetting;
import io.herald.runtime.config.Rate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitSettingsTest {

  @ParameterizedTest
  @ValueSource(strings = {"20/m", "1000/h"})
  void aSendersLimitIsARatePerSecond(String sender) {
    assertThatExceptionOfType(InvalidSetting.class)
        .isThrownBy(() ->
            new LimitSettings(Rate.valueOf("60/m"), Rate.valueOf(sender), Rate.valueOf("120/m")))
        .withMessageStartingWith("HERALD_LIMITS_SENDER: ");
  }
}
