package io.herald.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BusySendersTest {

  private final AtomicLong second = new AtomicLong(100);
  private final BusySenders senders = new BusySenders(3, second::get);

  @Test
  void aSenderIsBusyBeyondTheThresholdOfASecond() {
    for (int update = 1; update <= 3; update++) {
      assertThat(senders.isBusy(7)).isFalse();
    }
    assertThat(senders.isBusy(7)).isTrue();
    assertThat(senders.isBusy(8)).isFalse();
  }

  @Test
  void everySecondCountsAnew() {
    for (int update = 1; update <= 9; update++) {
      senders.isBusy(7);
    }
    second.incrementAndGet();

    assertThat(senders.isBusy(7)).isFalse();
  }
}
