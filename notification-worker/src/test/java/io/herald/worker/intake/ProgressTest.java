package io.herald.worker.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.worker.dispatch.Receipt;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final Progress progress = new Progress();

  @Test
  void commitsNothingAboveWhatIsUnfinished() {
    Receipt first = progress.read(10, 1_000);
    Receipt second = progress.read(11, 2_000);
    Receipt third = progress.read(14, 3_000);

    third.finish();
    second.finish();
    assertThat(progress.toCommit()).isEmpty();
    assertThat(progress.size()).isEqualTo(3);

    first.finish();
    assertThat(progress.toCommit()).hasValue(15);
    assertThat(progress.size()).isZero();
  }

  @Test
  void tellsOfTheOldestThatIsNotDoneWith() {
    assertThat(progress.oldest()).isEmpty();
    Receipt first = progress.read(10, 1_000);
    progress.read(11, 2_000);
    assertThat(progress.oldest()).hasValue(1_000);

    first.finish();

    assertThat(progress.oldest()).hasValue(2_000);
  }

  @Test
  void offersAnOffsetUntilKafkaHasIt() {
    progress.read(0, 1_000).finish();

    assertThat(progress.toCommit()).hasValue(1);
    assertThat(progress.toCommit()).hasValue(1);
    progress.committed(1);
    assertThat(progress.toCommit()).isEmpty();
  }
}
