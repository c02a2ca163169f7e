package io.herald.worker.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTextTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  @Test
  void keepsWhatLiesInARecordFromSteeringTheTerminal() {
    var letter =
        new Letter("0-1", NOON, "\u001b[2Jgone", "two\nlines", 3, "t", "\u202ekey", 7, null, null);

    assertThat(PlainText.of(new LetterPage(List.of(letter), 1, null)))
        .contains(" [2Jgone", "two lines", " key")
        .doesNotContain("\u001b", "\u202e")
        .hasLineCount(2);
  }

  @Test
  void tellsNothingThereFromNothingFoundYet() {
    assertThat(PlainText.of(new LetterPage(List.of(), 9, null))).isEqualTo("No dead letters.\n");
    assertThat(PlainText.of(new LetterPage(List.of(), 9, NOON)))
        .isEqualTo(
            "None among the newest 9 dead letters.\n"
                + "There may be older ones: --before 2026-01-05T12:00:00Z\n");
  }
}
