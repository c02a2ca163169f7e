package io.herald.bench.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IdealTest {

  @Test
  void isBoundByTheBotOrByAGroupOrByTheLastReply() {
    Ideal usual = ideal();
    assertThat(usual.botSeconds()).isCloseTo((600 + 300 + 60 - 30) / 30.0, within(1e-9));
    assertThat(usual.groupSeconds()).isEqualTo(30);
    assertThat(usual.seconds()).isEqualTo(31);

    assertThat(ideal("--chats=1", "--replies=0").seconds()).isEqualTo(30);
    assertThat(ideal("--groups=0", "--every-millis=1000").seconds()).isEqualTo(60);
    assertThat(ideal("--chats=1", "--groups=0", "--replies=0").seconds()).isZero();
  }

  private static Ideal ideal(String... options) {
    return Ideal.of(Workload.of(PacingOptions.parse(options)));
  }
}
