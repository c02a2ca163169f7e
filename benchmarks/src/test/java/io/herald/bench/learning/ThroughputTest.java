package io.herald.bench.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ThroughputTest {

  @Test
  void countsSecondBySecond() {
    Throughput throughput =
        Throughput.of(10_000, 3, new long[] {9_999, 10_000, 10_999, 12_500, 13_000});

    assertThat(throughput.perSecond()).containsExactly(2, 0, 1);
    assertThat(throughput.mean(0, 3)).isEqualTo(1);
    assertThat(throughput.mean(2, 9)).isEqualTo(1);
  }

  @Test
  void tellsWhenARateIsReachedAtTheEndOfTheWindow() {
    long[] rising =
        IntStream.range(0, 30)
            .boxed()
            .flatMapToLong(
                second -> LongStream.range(0, second < 12 ? 20 : 30).map(i -> second * 1_000L + i))
            .toArray();
    Throughput throughput = Throughput.of(0, 30, rising);

    assertThat(throughput.secondsUntil(10, 30)).isEqualTo(7);
    assertThat(throughput.secondsUntil(10, 20)).isEqualTo(5);
    assertThat(throughput.secondsUntil(10, 31)).isNaN();
  }

  @Test
  void judgesTheSecondHalfOfTheLimitedTime() {
    LearningOptions options =
        LearningOptions.parse(new String[] {"--limited-seconds=20", "--returned-seconds=20"});
    long[] accepted =
        IntStream.range(0, 40)
            .boxed()
            .flatMapToLong(second ->
                LongStream.range(0, second < 10 ? 5 : second < 20 ? 19 : 30)
                    .map(i -> second * 1_000L + i))
            .toArray();

    LearningFigures figures =
        LearningFigures.of(options, Throughput.of(0, 40, accepted), 3, 4, List.of());

    assertThat(figures.shareOfLower()).isEqualTo(0.95);
    assertThat(figures.secondsToFull()).isEqualTo(5);
    assertThat(figures.shareOfFull()).isEqualTo(1);
  }
}
