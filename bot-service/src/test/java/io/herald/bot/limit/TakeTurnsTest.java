package io.herald.bot.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.bot.update.Person;
import io.herald.runtime.config.Rate;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TakeTurnsTest {

  private static final Person ADA = new Person(42, "Ada", false, null);
  private static final Person BEA = new Person(43, "Bea", false, null);

  private final AtomicLong nanos = new AtomicLong(-5_000_000_000L);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final TakeTurns turns =
      new TakeTurns(new LimitSettings(Rate.valueOf("20/m"), 10), nanos::get, meters);

  @Test
  void givesEachPersonABurstAndThenTheRate() {
    assertThat(take(ADA, 10)).containsOnly(Turn.NOW);
    assertThat(turns.take(ADA)).isEqualTo(new Turn.Later(Duration.ofSeconds(3), true));
    assertThat(turns.take(BEA)).as("has a share of their own").isEqualTo(Turn.NOW);

    pass(Duration.ofSeconds(3));
    assertThat(turns.take(ADA)).isEqualTo(Turn.NOW);
    assertThat(turns.take(ADA)).isInstanceOf(Turn.Later.class);

    pass(Duration.ofMinutes(10));
    assertThat(take(ADA, 11).stream().filter(Turn.NOW::equals)).hasSize(10);
  }

  @Test
  void tellsEachWaitOnce() {
    take(ADA, 10);

    assertThat(take(ADA, 3))
        .extracting(turn -> ((Turn.Later) turn).isFirst())
        .containsExactly(true, false, false);
    pass(Duration.ofSeconds(3));
    assertThat(take(ADA, 3).stream().skip(1).map(turn -> ((Turn.Later) turn).isFirst()))
        .as("the next wait")
        .containsExactly(true, false);
    assertThat(meters.get("herald.bot.waits").timer().count()).isEqualTo(2);
  }

  @Test
  void saysHowManySecondsAreToBeWaited() {
    assertThat(new Turn.Later(Duration.ofMillis(2_100), true).words())
        .isEqualTo("You are sending commands faster than I may answer; please wait 3 seconds.");
    assertThat(new Turn.Later(Duration.ofMillis(20), true).words()).endsWith("wait 1 second.");
  }

  private List<Turn> take(Person person, int times) {
    return IntStream.range(0, times).mapToObj(_ -> turns.take(person)).toList();
  }

  private void pass(Duration duration) {
    nanos.addAndGet(duration.toNanos());
  }
}
