package io.herald.bot.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadWishTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  // Noon in Berlin.
  private static final Instant NOW = Instant.parse("2026-01-05T11:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "18:30 tea, 2026-01-05T17:30:00Z",
    "at 18:30 tea, 2026-01-05T17:30:00Z",
    "9:00 tea, 2026-01-06T08:00:00Z",
    "09.00 tea, 2026-01-06T08:00:00Z",
    "12:00 tea, 2026-01-06T11:00:00Z",
    "today 18:30 tea, 2026-01-05T17:30:00Z",
    "Tomorrow 9:00 tea, 2026-01-06T08:00:00Z",
    "tomorrow at 9:00 tea, 2026-01-06T08:00:00Z",
    "2026-12-24 18:00 tea, 2026-12-24T17:00:00Z",
    "2026-07-01T18:00 tea, 2026-07-01T16:00:00Z",
    "in 20m tea, 2026-01-05T11:20:00Z",
    "in 20 minutes tea, 2026-01-05T11:20:00Z",
    "in 1h30m tea, 2026-01-05T12:30:00Z",
    "in 2 days 1 hour tea, 2026-01-07T12:00:00Z",
    "in 1w tea, 2026-01-12T11:00:00Z",
    "IN 90 Sec tea, 2026-01-05T11:01:30Z"
  })
  void readsTimesInTheZoneOfThePerson(String written, Instant at) {
    assertThat(read(written)).isEqualTo(new Wish.Reminder(at, "tea"));
  }

  @Test
  void keepsTheTextWithItsLinesAndFigures() {
    assertThat(read("in 2h 3 eggs\n\n 7:00 too"))
        .isEqualTo(new Wish.Reminder(NOW.plusSeconds(7200), "3 eggs\n\n 7:00 too"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tea at five", "in tea", "in 20 mice", "18:3 tea", "18:300 tea", "-1:00 x"})
  void saysThatItCannotReadATime(String written) {
    assertThat(problem(written)).isEqualTo("I can't read that time.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"25:00 tea", "12:60 tea", "2026-02-30 9:00 tea", "2026-13-01 9:00 tea"})
  void saysThatThereIsNoSuchTime(String written) {
    assertThat(problem(written)).isEqualTo("There is no such time.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"today 9:00 tea", "2026-01-05 11:59 tea", "1999-01-01 9:00 tea"})
  void saysThatATimeHasPassed(String written) {
    assertThat(problem(written)).isEqualTo("That time has passed already.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2126-01-01 9:00 tea", "in 9999999w tea"})
  void goesNoFartherThanFiveYears(String written) {
    assertThat(problem(written)).isEqualTo("That is more than five years away.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tomorrow 9:00", "2026-12-24 18:00", "in 20m", "in 1h 30m"})
  void asksForTheText(String written) {
    assertThat(problem(written)).isEqualTo("What shall I remind you of?");
  }

  @Test
  void whatClocksLeaveOutIsTheEndOfTheGapAndWhatTheyRepeatTheFirst() {
    assertThat(read("2026-03-29 2:30 tea"))
        .isEqualTo(new Wish.Reminder(Instant.parse("2026-03-29T01:00:00Z"), "tea"));
    assertThat(read("2026-10-25 2:30 tea"))
        .isEqualTo(new Wish.Reminder(Instant.parse("2026-10-25T00:30:00Z"), "tea"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-05T17:30:00Z, today at 18:30",
    "2026-01-05T23:30:00Z, tomorrow at 00:30",
    "2026-12-24T17:00:00Z, on Thursday 24 December at 18:00",
    "2027-07-01T17:00:00Z, on Thursday 1 July 2027 at 19:00"
  })
  void saysTimesAsPeopleDo(Instant at, String words) {
    assertThat(SayTime.of(at, NOW, BERLIN)).isEqualTo(words);
    assertThat(SayTime.of(NOW, NOW, ZoneOffset.UTC)).isEqualTo("today at 11:00");
  }

  private static Wish read(String written) {
    return ReadWish.read(written, BERLIN, NOW);
  }

  private static String problem(String written) {
    return ((Wish.Unclear) read(written)).problem();
  }
}
