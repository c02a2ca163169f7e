package io.herald.telegram.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.telegram.http.Answer;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifyAnswerTest {

  @Test
  void waitsAsLongAsTheParametersSay() {
    assertThat(said(429, "Too Many Requests: retry after 9", 17L))
        .isEqualTo(new Outcome.RetryAfter(Duration.ofSeconds(17)));
  }

  @Test
  void waitsAsLongAsTheDescriptionSaysWithoutParameters() {
    assertThat(said(429, "Too Many Requests: retry after 9", null))
        .isEqualTo(new Outcome.RetryAfter(Duration.ofSeconds(9)));
  }

  @Test
  void waitsAtLeastASecondAndAtMostAWeek() {
    assertThat(said(429, "", null)).isEqualTo(new Outcome.RetryAfter(Duration.ofSeconds(1)));
    assertThat(said(429, "", -5L)).isEqualTo(new Outcome.RetryAfter(Duration.ofSeconds(1)));
    assertThat(said(429, "", Long.MAX_VALUE)).isEqualTo(new Outcome.RetryAfter(Duration.ofDays(7)));
  }

  @ParameterizedTest
  @CsvSource({
    "500, Internal Server Error: sent_message is null",
    "502, Bad Gateway",
    "504, Gateway Timeout"
  })
  void retriesServerErrors(int code, String description) {
    assertThat(said(code, description)).isEqualTo(new Outcome.Retryable(code + " " + description));
  }

  @Test
  void followsAGroupToItsSupergroup() {
    var answer =
        new Answer(
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            null,
            -1001234567890L,
            true);

    assertThat(ClassifyAnswer.classify(answer)).isEqualTo(new Outcome.MigratedTo("-1001234567890"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Forbidden: bot was blocked by the user",
        "Forbidden: user is deactivated",
        "Forbidden: bot was kicked from the supergroup chat",
        "Forbidden: bot can't initiate conversation with a user",
        "Forbidden: bot is not a member of the channel chat"
      })
  void suspendsWhoDoesNotWantUs(String description) {
    assertThat(said(403, description))
        .isInstanceOfSatisfying(
            Outcome.Suspended.class,
            suspended -> assertThat(suspended.reason()).isEqualTo("403 " + description));
  }

  @Test
  void suspendsAChatThatIsNotThere() {
    assertThat(said(400, "Bad Request: chat not found")).isInstanceOf(Outcome.Suspended.class);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "Bad Request: can't parse entities: Can't find end of Bold entity at byte offset 5, MARKUP",
        "Bad Request: message is too long, TOO_LONG",
        "Bad Request: message caption is too long, TOO_LONG",
        "Bad Request: MESSAGE_TOO_LONG, TOO_LONG",
        "Bad Request: PHOTO_INVALID_DIMENSIONS, PHOTO_DIMENSIONS",
        "Bad Request: message thread not found, THREAD_GONE",
        "Bad Request: message to edit not found, EDIT_TARGET_GONE",
        "Bad Request: message can't be edited, EDIT_TARGET_GONE",
        "Bad Request: query is too old and response timeout expired or query ID is invalid,"
            + " QUERY_EXPIRED",
        "Bad Request: message text is empty, OTHER",
        "Bad Request: BUTTON_DATA_INVALID, KEYBOARD"
      })
  void saysWhatKindOfCallIsRejected(String description, Rejection kind) {
    assertThat(said(400, description))
        .isEqualTo(new Outcome.Rejected(400, kind, "400 " + description));
  }

  @Test
  void takesAnUnchangedMessageAsDone() {
    assertThat(said(400, "Bad Request: message is not modified: specified new message content"))
        .isEqualTo(new Outcome.Delivered(null));
  }

  @ParameterizedTest
  @CsvSource({"401, Unauthorized", "404, Not Found"})
  void stopsABotWhoseTokenIsUnknown(int code, String description) {
    assertThat(said(code, description))
        .isEqualTo(new Outcome.Unauthorized(code + " " + description));
  }

  @Test
  void namesAConflict() {
    assertThat(said(409, "Conflict: can't use getUpdates method while webhook is active"))
        .isInstanceOf(Outcome.Conflict.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 403, 408, 500, 502, 503, 504, 520})
  void losesNothingToAProxysPage(int status) {
    assertThat(ClassifyAnswer.classify(new Answer(status, "", null, null, false)))
        .isEqualTo(new Outcome.Retryable("HTTP " + status));
  }

  @Test
  void waitsForAProxyThatSaysSo() {
    assertThat(ClassifyAnswer.classify(new Answer(429, "", 3L, null, false)))
        .isEqualTo(new Outcome.RetryAfter(Duration.ofSeconds(3)));
  }

  @Property(tries = 500)
  void isDefinedForEveryAnswer(
      @ForAll int code, @ForAll String description, @ForAll long seconds, @ForAll boolean own) {
    assertThat(ClassifyAnswer.classify(new Answer(code, description, seconds, null, own)))
        .isNotNull();
  }

  private static Outcome said(int code, String description) {
    return said(code, description, null);
  }

  private static Outcome said(int code, String description, @Nullable Long retryAfter) {
    return ClassifyAnswer.classify(new Answer(code, description, retryAfter, null, true));
  }
}
