package io.herald.bench.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.bench.report.Goal;
import io.herald.bench.run.Machine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SendResultTest {

  @Test
  void comparesMediansOfCountedRounds() {
    SendResult result =
        result(
            List.of(
                round(Part.HERALD, -1, 100, 900),
                round(Part.HERALD, 0, 6_000, 150),
                round(Part.BARE, 0, 10_000, 100),
                round(Part.HERALD, 1, 8_000, 130),
                round(Part.BARE, 1, 10_000, 90)),
            Optional.of(new WaitingHeap(100_000, 30, List.of(80.0, 300.0, 290.0))));

    assertThat(result.summaries().getFirst().perSecond()).isEqualTo(7_000);
    assertThat(result.summaries().getFirst().cpu("sender")).isEqualTo(140);
    assertThat(result.summaries().getLast().cpu("redis")).isNaN();
    assertThat(result.goals()).extracting(Goal::met).containsExactly(true, true, true, false);
    assertThat(result.describe()).contains("0.70", "300.0");
  }

  @Test
  void takesTurns() {
    SendOptions options = SendOptions.parse(new String[0]);

    assertThat(options.senders(0)).containsExactly(Part.HERALD, Part.BARE);
    assertThat(options.senders(-1)).containsExactly(Part.BARE, Part.HERALD);
    assertThat(SendOptions.parse(new String[] {"--only=heap"}).senders(0)).isEmpty();
  }

  private static SendResult result(List<Round> rounds, Optional<WaitingHeap> heap) {
    return SendResult.of(
        Instant.EPOCH,
        new Machine("some", 2, "Linux", "25", 0),
        SendOptions.parse(new String[0]),
        rounds,
        heap);
  }

  private static Round round(Part sender, int number, double perSecond, double cpu) {
    return new Round(sender, number, perSecond, Map.of("sender", cpu), 0, 0);
  }
}
