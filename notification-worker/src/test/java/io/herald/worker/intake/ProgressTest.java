package io.herald.worker.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.worker.dispatch.Receipt;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final Progress progress = new Progress();

  @Test
  void commitsNothingAboveWhatIsUnfinished() {
    Receipt first = progress.read(10);
    Receipt second = progress.read(11);
    Receipt third = progress.read(14);

    third.finish();
    second.finish();
    assertThat(progress.toCommit()).isEmpty();
    assertThat(progress.size()).isEqualTo(3);

    first.finish();
    assertThat(progress.toCommit()).hasValue(15);
    assertThat(progress.size()).isZero();
  }

  @Test
  void offersAnOffsetUntilKafkaHasIt() {
    progress.read(0).finish();

    assertThat(progress.toCommit()).hasValue(1);
    assertThat(progress.toCommit()).hasValue(1);
    progress.committed(1);
    assertThat(progress.toCommit()).isEmpty();
  }
}
