package io.herald.bench.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.local.options.UsageError;
import org.junit.jupiter.api.Test;

class IngestOptionsTest {

  @Test
  void measuresEverythingUnlessToldOtherwise() {
    IngestOptions options = IngestOptions.parse(new String[0]);

    assertThat(options.subjects()).containsExactly(Subject.values());
    assertThat(options.connections()).containsExactly(40, 100);
    assertThat(options.rounds()).isEqualTo(3);
  }

  @Test
  void letsEachRoundBeginWithAnotherSubject() {
    IngestOptions options = IngestOptions.parse(new String[] {"--only", "bare,herald,grammy"});

    assertThat(options.turns(0)).containsExactly(Subject.BARE, Subject.HERALD, Subject.GRAMMY);
    assertThat(options.turns(1)).containsExactly(Subject.HERALD, Subject.GRAMMY, Subject.BARE);
    assertThat(options.turns(4)).containsExactly(Subject.HERALD, Subject.GRAMMY, Subject.BARE);
  }

  @Test
  void needsNoBrokerForPeersInMemory() {
    assertThat(IngestOptions.parse(new String[] {"--only", "bare,telegraf"}).needsBackends())
        .isFalse();
    assertThat(IngestOptions.parse(new String[] {"--only=herald"}).needsBackends()).isTrue();
  }

  @Test
  void namesWhatIsWrong() {
    assertThatThrownBy(() -> IngestOptions.parse(new String[] {"--only", "aiogram"}))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining("aiogram");
    assertThatThrownBy(() -> IngestOptions.parse(new String[] {"--connections", "40,x"}))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining("--connections");
  }
}
