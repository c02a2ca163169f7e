package io.herald.worker.preference;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.account.Preferences;
import io.herald.model.account.QuietHours;
import io.herald.model.topic.Lane;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskPreferencesTest {

  private static final Instant NIGHT = Instant.parse("2026-01-05T02:00:00Z");

  @ParameterizedTest(name = "{0} {1}-{2} at {3}: {4}")
  @CsvSource(
      textBlock =
          """
          # zone,              from,  to,    now,                  quiet until
          UTC,                 22:00, 07:00, 2026-01-05T21:59:59Z, -
          UTC,                 22:00, 07:00, 2026-01-05T22:00:00Z, 2026-01-06T07:00:00Z
          UTC,                 22:00, 07:00, 2026-01-06T06:59:59Z, 2026-01-06T07:00:00Z
          UTC,                 22:00, 07:00, 2026-01-06T07:00:00Z, -
          UTC,                 12:00, 13:30, 2026-01-05T12:15:00Z, 2026-01-05T13:30:00Z
          UTC,                 12:00, 13:30, 2026-01-05T13:30:00Z, -
          UTC,                 07:01, 07:00, 2026-01-05T07:00:00Z, -
          UTC,                 07:01, 07:00, 2026-01-05T06:00:00Z, 2026-01-05T07:00:00Z
          UTC,                 00:00, 06:00, 2026-01-05T00:00:00Z, 2026-01-05T06:00:00Z
          UTC,                 22:00, 00:00, 2026-01-05T23:00:00Z, 2026-01-06T00:00:00Z
          # Clocks go forward on 29 March at 01:00Z, back on 25 October at 01:00Z.
          Europe/Berlin,       22:00, 07:00, 2026-03-28T23:00:00Z, 2026-03-29T05:00:00Z
          Europe/Berlin,       22:00, 07:00, 2026-03-27T23:00:00Z, 2026-03-28T06:00:00Z
          Europe/Berlin,       22:00, 02:30, 2026-03-29T00:30:00Z, 2026-03-29T01:00:00Z
          Europe/Berlin,       02:30, 08:00, 2026-03-29T00:59:59Z, -
          Europe/Berlin,       02:30, 08:00, 2026-03-29T01:00:00Z, 2026-03-29T06:00:00Z
          Europe/Berlin,       02:10, 02:20, 2026-03-29T01:00:00Z, -
          Europe/Berlin,       22:00, 07:00, 2026-10-24T21:00:00Z, 2026-10-25T06:00:00Z
          Europe/Berlin,       22:00, 02:30, 2026-10-25T00:31:00Z, 2026-10-25T01:30:00Z
          Europe/Berlin,       22:00, 02:30, 2026-10-25T01:29:59Z, 2026-10-25T01:30:00Z
          Europe/Berlin,       22:00, 02:30, 2026-10-25T01:30:00Z, -
          Europe/Berlin,       02:30, 08:00, 2026-10-25T00:29:59Z, -
          Europe/Berlin,       02:30, 08:00, 2026-10-25T00:30:00Z, 2026-10-25T07:00:00Z
          Europe/Berlin,       02:30, 08:00, 2026-10-25T01:10:00Z, 2026-10-25T07:00:00Z
          # 8 March at 07:00Z, 1 November at 06:00Z.
          America/New_York,    21:00, 06:30, 2026-03-08T03:00:00Z, 2026-03-08T10:30:00Z
          America/New_York,    21:00, 06:30, 2026-11-01T03:00:00Z, 2026-11-01T11:30:00Z
          America/New_York,    21:00, 01:30, 2026-11-01T05:45:00Z, 2026-11-01T06:30:00Z
          # Half an hour: forward on 4 October at 15:30Z of the 3rd, back on 5 April at 15:00Z of the 4th.
          Australia/Lord_Howe, 22:00, 02:15, 2026-10-03T15:00:00Z, 2026-10-03T15:30:00Z
          Australia/Lord_Howe, 22:00, 07:00, 2026-10-03T15:00:00Z, 2026-10-03T20:00:00Z
          Australia/Lord_Howe, 22:00, 01:45, 2026-04-04T14:50:00Z, 2026-04-04T15:15:00Z
          """)
  void waitsForTheEndOfQuietHours(
      String zone, LocalTime from, LocalTime to, Instant now, String until) {
    Advice advice = AskPreferences.about(quiet(zone, from, to), Lane.STANDARD, now);

    assertThat(advice)
        .isEqualTo(until.equals("-") ? Advice.SEND : new Advice.WaitUntil(Instant.parse(until)));
  }

  /** Whoever has waited must not have to wait on. */
  @ParameterizedTest
  @CsvSource({"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"})
  void isNeverQuietWhenQuietHoursEnd(String zone) {
    Instant end = Instant.parse("2027-01-01T00:00:00Z");
    Preferences preferences = quiet(zone, LocalTime.of(22, 15), LocalTime.of(2, 15));
    for (Instant now = Instant.parse("2026-01-01T00:00:00Z");
        now.isBefore(end);
        now = now.plusSeconds(17 * 60)) {
      if (AskPreferences.about(preferences, Lane.BULK, now)
          instanceof Advice.WaitUntil(var until)) {
        assertThat(until).isAfter(now);
        assertThat(AskPreferences.about(preferences, Lane.BULK, until)).isEqualTo(Advice.SEND);
      }
    }
  }

  @Test
  void letsThroughWhatAPersonWaitsFor() {
    Preferences quiet = quiet("UTC", LocalTime.of(22, 0), LocalTime.of(7, 0));

    assertThat(AskPreferences.about(quiet, Lane.INTERACTIVE, NIGHT)).isEqualTo(Advice.SEND);
    assertThat(AskPreferences.about(quiet, Lane.BULK, NIGHT)).isInstanceOf(Advice.WaitUntil.class);
  }

  @ParameterizedTest
  @CsvSource({
    "INTERACTIVE, INTERACTIVE, true",
    "STANDARD,    INTERACTIVE, false",
    "STANDARD,    STANDARD,    true",
    "BULK,        STANDARD,    false",
    "BULK,        BULK,        true"
  })
  void leavesOutWhatIsLessUrgentThanWanted(Lane priority, Lane minimum, boolean sent) {
    Preferences preferences = Preferences.of(true, minimum, null, ZoneId.of("UTC"));

    assertThat(AskPreferences.about(preferences, priority, NIGHT))
        .isEqualTo(sent ? Advice.SEND : new Advice.Suppress("priority"));
  }

  @Test
  void leavesOutEverythingForWhoWantsNone() {
    Preferences none = Preferences.of(false, Lane.BULK, null, ZoneId.of("UTC"));

    assertThat(AskPreferences.about(none, Lane.INTERACTIVE, NIGHT))
        .isEqualTo(new Advice.Suppress("disabled"));
  }

  private static Preferences quiet(String zone, LocalTime from, LocalTime to) {
    return Preferences.of(true, Lane.BULK, new QuietHours(from, to), ZoneId.of(zone));
  }
}
