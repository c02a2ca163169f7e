package io.herald.bench.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.bench.load.CpuUse;
import io.herald.bench.load.RecordCheck;
import io.herald.bench.load.WrkResult;
import io.herald.bench.report.Goal;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandsResultTest {

  @Test
  void countsTheTimeUntilTheLastReply() {
    Turn alone = Turn.ingested(load(30_000), cpu());
    Turn whole = Turn.answered(load(30_000), 1.25, cpu(), 600_000);

    CommandsResult result = result(alone, whole, 60_000);

    assertThat(result.ratio()).isEqualTo(0.8);
    assertThat(result.goals()).extracting(Goal::met).containsOnly(true);
    assertThat(result.describe()).contains("24,000", "20.0");
  }

  @Test
  void noticesCommandsWithoutAReply() {
    Turn turn = Turn.ingested(load(30_000), cpu());

    assertThat(result(turn, turn, 59_999).goals())
        .extracting(Goal::met)
        .containsExactly(true, true, false);
  }

  private static CommandsResult result(Turn alone, Turn whole, long replies) {
    return CommandsResult.of(
        List.of(new CommandsResult.Round(alone, whole)),
        new RecordCheck("Herald", "herald.outbound.interactive", 60_000, 200, replies));
  }

  private static WrkResult load(long requests) {
    return new WrkResult(requests, 1_000_000, 0, 0, 0, 0, 0, 0, 1, 1, 5_000, 1, 1);
  }

  private static CpuUse cpu() {
    return new CpuUse(1, 1, 1, 1);
  }
}
