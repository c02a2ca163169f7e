package io.herald.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void alignsNamesLeftAndFiguresRight() {
    TextTable table = new TextTable("subject", "updates/s");
    table.row("bare", TextTable.number(45_123.4, 0));
    table.gap();
    table.row("a longer one", TextTable.number(Double.NaN, 0));

    assertThat(table.render().lines())
        .containsExactly(
            "subject       updates/s", "bare             45,123", "", "a longer one          –");
  }

  @Test
  void refusesRowsOfAnotherWidth() {
    assertThatIllegalArgumentException().isThrownBy(() -> new TextTable("a").row("1", "2"));
  }

  @Test
  void tellsWhichGoalsAreMet() {
    List<Goal> goals =
        List.of(
            Goal.atLeast("ours ≥ 0.5 × bare", 0.5, 0.5),
            Goal.atMost("p99 ≤ 25 ms", 25.1, 25),
            Goal.atMost("memory ≤ 350 MB", Double.NaN, 350));

    assertThat(goals).extracting(Goal::met).containsExactly(true, false, false);
    assertThat(Goal.describe(goals)).contains("NOT MET");
  }
}
