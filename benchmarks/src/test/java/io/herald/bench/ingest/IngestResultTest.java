package io.herald.bench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.bench.load.CpuUse;
import io.herald.bench.load.RecordCheck;
import io.herald.bench.load.WrkResult;
import io.herald.bench.report.Goal;
import io.herald.bench.run.Machine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IngestResultTest {

  @Test
  void comparesMediansAtTheSameConnections() {
    IngestResult result =
        result(
            List.of(
                run(Subject.BARE, 100, 0, 40_000, 5),
                run(Subject.HERALD, 100, 0, 20_000, 9),
                run(Subject.BARE, 100, 1, 50_000, 5),
                run(Subject.HERALD, 100, 1, 30_000, 30),
                run(Subject.BARE, 100, 2, 10_000, 5),
                run(Subject.HERALD, 100, 2, 28_000, 11),
                run(Subject.BARE, 40, 0, 7_000, 5)),
            List.of());

    Summary bare = IngestResult.find(result.summaries(), Subject.BARE, 100).orElseThrow();
    Summary herald = IngestResult.find(result.summaries(), Subject.HERALD, 100).orElseThrow();
    assertThat(bare.updatesPerSecond()).isEqualTo(40_000);
    assertThat(herald.p99Millis()).isEqualTo(11);
    assertThat(herald.cpuPerUpdate()).isEqualTo(50);
    assertThat(result.heraldDividedBy(bare)).isEqualTo(0.7);
    assertThat(result.heraldDividedBy(result.summaries().getFirst())).isNaN();
    assertThat(result.goals())
        .filteredOn(goal -> goal.text().contains("bare"))
        .extracting(Goal::met)
        .containsExactly(true);
    assertThat(IngestReport.of(result)).contains("bare WebFlux endpoint", "0.70");
  }

  @Test
  void noticesWhatIsLostAndWhatIsTooMuch() {
    assertThat(new RecordCheck("herald", "herald.updates", 1_000, 100, 1_040).holds()).isTrue();
    assertThat(new RecordCheck("herald", "herald.updates", 1_000, 100, 1_101).holds()).isFalse();
    RecordCheck lost = new RecordCheck("herald", "herald.updates", 1_000, 100, 999);

    assertThat(lost.holds()).isFalse();
    assertThat(lost.describe()).contains("LOST 1");
    assertThat(result(List.of(run(Subject.HERALD, 100, 0, 1, 1)), List.of(lost)).nothingLost())
        .isFalse();
  }

  private static IngestResult result(List<Measurement> measurements, List<RecordCheck> records) {
    return IngestResult.of(
        Instant.EPOCH,
        new Machine("some", 2, "Linux", "25", 0),
        IngestOptions.parse(new String[0]),
        measurements,
        Map.of(Subject.HERALD, 300.0),
        records);
  }

  private static Measurement run(
      Subject subject, int connections, int round, long perSecond, long p99Millis) {
    WrkResult load =
        new WrkResult(perSecond, 1_000_000, 0, 0, 0, 0, 0, 0, 1, 1, p99Millis * 1_000, 1, 1);
    return new Measurement(
        subject, connections, round, load, new CpuUse(perSecond * 50.0, Double.NaN, 0, 0));
  }
}
