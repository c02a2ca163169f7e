package io.herald.worker.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LocalAdmissionTest extends AdmissionContract {

  @Override
  Process process() {
    LocalAdmission local = new LocalAdmission(ceilings(), () -> System.nanoTime() / 1_000);
    return new Process(local, local);
  }

  @Override
  int processes() {
    return 1;
  }

  @Test
  void goesByTheClockItIsGiven() {
    AtomicLong now = new AtomicLong(1_000_000);
    LocalAdmission local = new LocalAdmission(ceilings(), now::get);
    Process process = new Process(local, local);
    verdicts(process, ask("a", "1"), ask("b", "1"));

    assertThat(verdict(process, ask("c", "1")))
        .isEqualTo(new Verdict.WaitForChat(Duration.ofSeconds(1)));
    now.addAndGet(1_000_000);
    assertThat(verdict(process, ask("c", "1"))).isEqualTo(new Verdict.Go(false, null));
  }
}
