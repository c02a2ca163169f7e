package io.herald.bench.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.local.options.UsageError;
import org.junit.jupiter.api.Test;

class NotifyOptionsTest {

  @Test
  void measuresBothPartsUnlessToldOtherwise() {
    NotifyOptions both = NotifyOptions.parse(new String[0]);
    NotifyOptions one = NotifyOptions.parse(new String[] {"--only", "latency"});

    assertThat(both.wants("rate")).isTrue();
    assertThat(both.wants("latency")).isTrue();
    assertThat(one.wants("rate")).isFalse();
  }

  @Test
  void knowsNoOtherParts() {
    assertThatThrownBy(() -> NotifyOptions.parse(new String[] {"--only", "speed"}))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining("speed");
  }
}
