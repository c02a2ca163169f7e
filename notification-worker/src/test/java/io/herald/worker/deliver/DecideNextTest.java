package io.herald.worker.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.message.CallbackAnswer;
import io.herald.model.message.CommandMenu;
import io.herald.model.message.Content;
import io.herald.model.message.Entity;
import io.herald.model.message.OnUnknown;
import io.herald.model.message.OutboundMessage;
import io.herald.model.message.TextContent;
import io.herald.telegram.ladder.Downgrade;
import io.herald.telegram.outcome.Outcome;
import io.herald.telegram.outcome.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecideNextTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final Content HELLO = TextContent.plain("Hello");
  private static final Outcome BROKEN = new Outcome.Retryable("502");

  private final DecideNext decideNext = new DecideNext(new Downgrade(DecideNextTest::inWords));

  @Test
  void endsWithTheMessagesId() {
    assertThat(ending(new Outcome.Delivered(7L))).isEqualTo(new Ending.Sent(List.of(7L)));
  }

  @Test
  void waitsAsLongAsTelegramSays() {
    var step = (Step.Again) after(new Outcome.RetryAfter(Duration.ofSeconds(17)), first(HELLO));

    assertThat(step.pause()).isEqualTo(Duration.ofSeconds(17));
    assertThat(step.attempt().failures()).isZero();
  }

  @Test
  void triesAfterTwoFourAndEightSecondsThenRests() {
    List<Long> pauses = new ArrayList<>();
    Step step = after(BROKEN, first(HELLO));
    while (step instanceof Step.Again again) {
      pauses.add(again.pause().toSeconds());
      step = after(BROKEN, again.attempt());
    }

    assertThat(pauses).containsExactly(2L, 4L, 8L);
    assertThat(((Step.Rest) step).shelf()).isEqualTo(Shelf.MINUTE);
  }

  @Test
  void goesToADeeperShelfWithEveryFailureAndStaysOnTheLast() {
    assertThat(shelfAfter(Shelf.MINUTE)).isEqualTo(Shelf.TEN_MINUTES);
    assertThat(shelfAfter(Shelf.TEN_MINUTES)).isEqualTo(Shelf.HOUR);
    assertThat(shelfAfter(Shelf.HOUR)).isEqualTo(Shelf.HOUR);
  }

  @Test
  void restsRatherThanGivesUpWhatIsUnknownWhileTelegramIsDown() {
    var unknown = new Outcome.Unknown("cut");
    Attempt attempt = first(HELLO);
    for (int i = 0; i < 3; i++) {
      Step step = decideNext.after(unknown, attempt, Shelf.LANE, true, NOON);
      attempt = ((Step.Again) step).attempt();
    }

    assertThat(decideNext.after(unknown, attempt, Shelf.LANE, true, NOON))
        .isInstanceOf(Step.Rest.class);
  }

  @Test
  void givesUpWhenTheWaitWouldOutlastTheMessage() {
    var tooLong = new Outcome.RetryAfter(Duration.ofHours(2));

    assertThat(ending(tooLong)).isEqualTo(new Ending.Expired("Telegram asked to wait 7200 s"));
    assertThat(ending(tooLong, first(new CallbackAnswer("q", "", false))))
        .isInstanceOf(Ending.Ignored.class);
  }

  @Test
  void followsAGroupAtOnceButNotInACircle() {
    var moved = new Outcome.MigratedTo("-100");

    var step = (Step.Again) after(moved, first(HELLO));
    assertThat(step.pause()).isZero();
    assertThat(step.attempt().chat()).isEqualTo("-100");
    assertThat(step.attempt().claimId()).isEqualTo("a");
    var later = (Step.Again) after(moved, first(HELLO).again().again());
    assertThat(later.pause()).isPositive();
  }

  @Test
  void waitsForAnOperatorWhenTheTokenIsWrong() {
    assertThat(after(new Outcome.Unauthorized("401"), first(HELLO)))
        .isEqualTo(new Step.HoldBot(Duration.ofSeconds(30), first(HELLO).again(), "401"));
  }

  @Test
  void putsAsideWhatTelegramWillNeverTake() {
    assertThat(ending(new Outcome.Suspended("403 blocked")))
        .isEqualTo(new Ending.Failed("suspended", "403 blocked"));
    var menu = new CommandMenu(CommandMenu.Scope.CHAT, List.of());
    assertThat(ending(new Outcome.Suspended("400 chat not found"), first(menu)))
        .isEqualTo(new Ending.Ignored("suspended: 400 chat not found"));
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
    Attempt attempt = first(HELLO);
    for (int i = 1; i < DecideNext.MAX_UNKNOWN; i++) {
      attempt = ((Step.Again) after(unknown, attempt)).attempt();
    }

    assertThat(ending(unknown, attempt)).isEqualTo(new Ending.Failed("unknown-outcome", "cut"));
    assertThat(ending(unknown, Attempt.first(message(HELLO, OnUnknown.DROP))))
        .isEqualTo(new Ending.Dropped("cut"));
  }

  @Test
  void goesDownTheLadderInPiecesWithIdsOfTheirOwn() {
    String text = "one".repeat(1000) + " " + "two".repeat(1000);
    var bold = new TextContent(text, List.of(Entity.of("bold", 0, 3)), List.of());
    var plain = (Step.Again) after(rejected(Rejection.MARKUP), first(bold));
    assertThat(plain.attempt().downgrades()).containsExactly("plain-text");
    assertThat(plain.attempt().content()).isEqualTo(TextContent.plain(text));

    var split = (Step.Again) after(rejected(Rejection.TOO_LONG), plain.attempt());
    assertThat(split.attempt().downgrades()).containsExactly("plain-text", "split");
    assertThat(split.attempt().claimId()).isEqualTo("a#2.1");

    var second = (Step.Again) after(new Outcome.Delivered(7L), split.attempt());
    assertThat(second.attempt().claimId()).isEqualTo("a#2.2");
    assertThat(ending(new Outcome.Delivered(8L), second.attempt()))
        .isEqualTo(new Ending.Sent(List.of(7L, 8L)));
    assertThat(((Step.End) DecideNext.alreadySent(second.attempt(), 8L)).ending())
        .isEqualTo(new Ending.AlreadySent(List.of(7L, 8L)));
  }

  private Shelf shelfAfter(Shelf shelf) {
    Instant early = NOON.minus(Duration.ofHours(3));
    return ((Step.Rest) decideNext.after(BROKEN, first(HELLO), shelf, false, early)).shelf();
  }

  private Ending ending(Outcome outcome) {
    return ending(outcome, first(HELLO));
  }

  private Ending ending(Outcome outcome, Attempt attempt) {
    return ((Step.End) after(outcome, attempt)).ending();
  }

  private Step after(Outcome outcome, Attempt attempt) {
    return decideNext.after(outcome, attempt, Shelf.LANE, false, NOON);
  }

  private static Outcome rejected(Rejection kind) {
    return new Outcome.Rejected(400, kind, "400 no");
  }

  private static List<TextContent> inWords(TextContent text, int first, int further) {
    return List.of(text.text().split(" ")).stream().map(TextContent::plain).toList();
  }

  private static Attempt first(Content content) {
    return Attempt.first(message(content, OnUnknown.RESEND));
  }

  private static OutboundMessage message(Content content, OnUnknown onUnknown) {
    return new OutboundMessage(
        "1.0.0", "a", "main", "42", content, NOON, NOON.plus(Duration.ofHours(1)), onUnknown);
  }
}
