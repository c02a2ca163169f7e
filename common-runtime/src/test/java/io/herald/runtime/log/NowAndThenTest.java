package io.herald.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class NowAndThenTest {

  @Test
  void isDueAtFirstAndThenOnceInEveryInterval() {
    AtomicLong now = new AtomicLong(5);
    NowAndThen line = new NowAndThen(Duration.ofNanos(10), now::get);

    assertThat(line.isDue()).isTrue();
    assertThat(line.isDue()).isFalse();
    now.addAndGet(9);
    assertThat(line.isDue()).isFalse();
    now.addAndGet(1);
    assertThat(line.isDue()).isTrue();
    assertThat(line.isDue()).isFalse();
  }
}
