package io.herald.worker.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.message.CallbackAnswer;
import io.herald.model.message.Content;
import io.herald.model.message.OnUnknown;
import io.herald.model.message.OutboundMessage;
import io.herald.model.message.TextContent;
import io.herald.telegram.outcome.Outcome;
import io.herald.telegram.outcome.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DecideNextTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final Content HELLO = TextContent.plain("Hello");

  @Test
  void endsWithTheMessagesId() {
    assertThat(ending(new Outcome.Delivered(7L))).isEqualTo(new Ending.Sent(7L));
  }

  @Test
  void waitsAsLongAsTelegramSays() {
    assertThat(after(new Outcome.RetryAfter(Duration.ofSeconds(17)), first(HELLO)))
        .isEqualTo(new Step.Again(Duration.ofSeconds(17), first(HELLO).next()));
  }

  @Test
  void backsOffUpToHalfAMinute() {
    assertThat(
            IntStream.rangeClosed(1, 8)
                .mapToObj(number -> new Attempt(first(HELLO).message(), number, 0))
                .map(attempt -> after(new Outcome.Retryable("502"), attempt))
                .map(step -> ((Step.Again) step).pause().toSeconds()))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
  }

  @Test
  void givesUpWhenTheWaitWouldOutlastTheMessage() {
    var tooLong = new Outcome.RetryAfter(Duration.ofHours(2));

    assertThat(ending(tooLong)).isEqualTo(new Ending.Failed("expired", "Telegram asked to wait"));
    assertThat(ending(tooLong, first(new CallbackAnswer("q", "", false))))
        .isInstanceOf(Ending.Ignored.class);
  }

  @Test
  void followsAGroupAtOnceButNotInACircle() {
    var moved = new Outcome.MigratedTo("-100");

    var step = (Step.Again) after(moved, first(HELLO));
    assertThat(step.pause()).isZero();
    assertThat(step.next().message().chat()).isEqualTo("-100");
    assertThat(step.next().message().id()).isEqualTo("a");
    var later = (Step.Again) after(moved, new Attempt(first(HELLO).message(), 3, 0));
    assertThat(later.pause()).isPositive();
  }

  @Test
  void waitsForAnOperatorWhenTheTokenIsWrong() {
    assertThat(after(new Outcome.Unauthorized("401"), first(HELLO)))
        .isEqualTo(new Step.Again(Duration.ofSeconds(30), first(HELLO).next()));
  }

  @Test
  void putsAsideWhatTelegramWillNeverTake() {
    assertThat(ending(new Outcome.Suspended("403 blocked")))
        .isEqualTo(new Ending.Failed("suspended", "403 blocked"));
    assertThat(ending(new Outcome.Rejected(400, Rejection.OTHER, "400 no")))
        .isEqualTo(new Ending.Failed("rejected", "400 no"));
  }

  @Test
  void ignoresAPressThatIsTooOld() {
    var old = new Outcome.Rejected(400, Rejection.QUERY_EXPIRED, "400 query is too old");

    assertThat(ending(old)).isEqualTo(new Ending.Ignored("400 query is too old"));
  }

  @Test
  void repeatsAnUnknownOutcomeOnlyIfAllowedAndNotForEver() {
    var unknown = new Outcome.Unknown("cut");

    assertThat(after(unknown, first(HELLO)))
        .isEqualTo(new Step.Again(Duration.ofSeconds(1), first(HELLO).nextAfterUnknown()));
    assertThat(ending(unknown, new Attempt(first(HELLO).message(), 5, DecideNext.MAX_UNKNOWN - 1)))
        .isEqualTo(new Ending.Failed("unknown-outcome", "cut"));
    assertThat(ending(unknown, Attempt.first(message(HELLO, OnUnknown.DROP))))
        .isEqualTo(new Ending.Dropped("cut"));
  }

  private static Ending ending(Outcome outcome) {
    return ending(outcome, first(HELLO));
  }

  private static Ending ending(Outcome outcome, Attempt attempt) {
    return ((Step.End) after(outcome, attempt)).ending();
  }

  private static Step after(Outcome outcome, Attempt attempt) {
    return DecideNext.after(outcome, attempt, NOON);
  }

  private static Attempt first(Content content) {
    return Attempt.first(message(content, OnUnknown.RESEND));
  }

  private static OutboundMessage message(Content content, OnUnknown onUnknown) {
    return new OutboundMessage(
        "1.0.0", "a", "main", "42", content, NOON, NOON.plus(Duration.ofHours(1)), onUnknown);
  }
}
