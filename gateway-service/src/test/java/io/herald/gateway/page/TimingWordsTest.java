package io.herald.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.schedule.At;
import io.herald.model.schedule.Cron;
import io.herald.model.schedule.Every;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimingWordsTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Times TIMES = new Times(BERLIN);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          55 8 * * MON-FRI | on weekdays at 08:55
          0 9 * * 1-5      | on weekdays at 09:00
          0 9 * * *        | every day at 09:00
          30 17 * * fri    | on Fridays at 17:30
          5 * * * *        | every hour at :05
          */15 * * * *     | every 15 minutes
          0 9 1 * *        | on day 1 of each month at 09:00
          0 9 1 * MON      | at 0 9 1 * MON
          0 9 * 6 *        | at 0 9 * 6 *
          0 0 9 * * *      | at 0 0 9 * * *
          0 * 1 * *        | at 0 * 1 * *
          0 9 ? * MON#1    | at 0 9 ? * MON#1
          nonsense         | at nonsense
          """)
  void saysWhatIsCommonInWords(String cron, String words) {
    assertThat(TimingWords.of(new Cron(cron, BERLIN), TIMES)).isEqualTo(words);
  }

  @Test
  void namesTheZoneThatIsNotThePersonsOwn() {
    assertThat(TimingWords.of(new Cron("0 9 * * *", ZoneId.of("UTC")), TIMES))
        .isEqualTo("every day at 09:00, UTC");
  }

  @Test
  void saysLengthsAndMoments() {
    assertThat(TimingWords.of(new Every(Duration.ofMinutes(90), null), TIMES))
        .isEqualTo("every 1 hour 30 minutes");
    assertThat(TimingWords.of(new At(Instant.parse("2026-12-24T17:00:00Z")), TIMES))
        .isEqualTo("once, Thu 24 Dec 2026, 18:00");
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S,due now",
    "-PT5S,due now",
    "PT59S,in less than a minute",
    "PT12M30S,in 12 min",
    "PT26H,in 26 h",
    "P3D,in 3 days"
  })
  void saysHowLongUntilThen(Duration wait, String words) {
    Instant now = Instant.parse("2026-11-22T08:00:00Z");
    assertThat(Times.until(now.plus(wait), now)).isEqualTo(words);
  }
}
