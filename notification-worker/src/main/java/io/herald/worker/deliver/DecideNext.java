package io.herald.worker.deliver;

import io.herald.model.message.CallbackAnswer;
import io.herald.model.message.CommandMenu;
import io.herald.model.message.OnUnknown;
import io.herald.telegram.ladder.Downgrade;
import io.herald.telegram.outcome.Outcome;
import io.herald.telegram.outcome.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides what comes after a call: a pure function of its outcome and of time. */
public final class DecideNext {

  /** After so many calls of unknown outcome no further duplicate is risked. */
  static final int MAX_UNKNOWN = 5;

  /** Pauses after the first failures, holding the chat; then the message rests on a shelf. */
  static final List<Duration> PAUSES =
      List.of(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8));

  private static final Duration UNTIL_OPERATOR_LOOKED = Duration.ofSeconds(30);
  // Following a group once or twice is normal; in a circle it must not be done at full speed.
  private static final int CALLS_WITHOUT_PAUSE = 3;

  private final Downgrade ladder;

  /**
   * Decides.
   *
   * @param ladder what is sent instead of what Telegram refuses
   */
  public DecideNext(Downgrade ladder) {
    this.ladder = ladder;
  }

  /**
   * What comes next.
   *
   * @param shelf where the message's record lies
   * @param telegramDown whether the circuit is open: then an unknown outcome is no accident of this
   *     one message, and it rests rather than being given up
   */
  public Step after(
      Outcome outcome, Attempt attempt, Shelf shelf, boolean telegramDown, Instant now) {
    return switch (outcome) {
      case Outcome.Delivered done -> afterDelivery(done, attempt);
      case Outcome.RetryAfter wait -> again(wait.pause(), attempt, attempt.again(), now, outcome);
      case Outcome.Retryable _, Outcome.Conflict _ -> afterFailure(attempt, shelf, now, outcome);
      case Outcome.Unknown failure -> afterUnknown(failure, attempt, shelf, telegramDown, now);
      case Outcome.MigratedTo moved -> afterMove(moved, attempt, now);
      case Outcome.Unauthorized refusal ->
          new Step.HoldBot(UNTIL_OPERATOR_LOOKED, attempt.again(), refusal.reason());
      case Outcome.Suspended gone -> suspended(attempt, gone.reason());
      case Outcome.Rejected rejected -> afterRejection(rejected, attempt, now);
    };
  }

  /** Whether a message of which it is not known if it arrived is sent again. */
  public static boolean mayRepeat(Attempt attempt) {
    return attempt.message().onUnknown() == OnUnknown.RESEND;
  }

  /** The message is too old to be sent. */
  public static Step expired(Attempt attempt, String error) {
    return attempt.content() instanceof CallbackAnswer
        ? new Step.End(new Ending.Ignored("expired: " + error), attempt)
        : new Step.End(new Ending.Expired(error), attempt);
  }

  /** The contact can't be written to. A menu is for whoever comes, and nobody misses it before. */
  public static Step suspended(Attempt attempt, String reason) {
    return attempt.content() instanceof CommandMenu
        ? new Step.End(new Ending.Ignored("suspended: " + reason), attempt)
        : new Step.End(new Ending.Failed("suspended", reason), attempt);
  }

  /** An earlier run had made the call. */
  public static Step alreadySent(Attempt attempt, @Nullable Long messageId) {
    return attempt.isLastPiece()
        ? new Step.End(new Ending.AlreadySent(attempt.ids(messageId)), attempt)
        : new Step.Again(Duration.ZERO, attempt.nextPiece(messageId), "");
  }

  private static Step afterDelivery(Outcome.Delivered done, Attempt attempt) {
    return attempt.isLastPiece()
        ? new Step.End(new Ending.Sent(attempt.ids(done.messageId())), attempt)
        : new Step.Again(Duration.ZERO, attempt.nextPiece(done.messageId()), "");
  }

  private static Step afterFailure(Attempt attempt, Shelf shelf, Instant now, Outcome outcome) {
    boolean inline = shelf == Shelf.LANE && attempt.failures() < PAUSES.size();
    if (inline || attempt.content() instanceof CallbackAnswer) {
      Duration pause = PAUSES.get(Math.min(attempt.failures(), PAUSES.size() - 1));
      return again(pause, attempt, attempt.afterFailure(), now, outcome);
    }
    Shelf next = shelf.deeper();
    return now.plus(next.delay()).isBefore(attempt.message().expiresAt())
        ? new Step.Rest(next, attempt.again(), reason(outcome))
        : expired(attempt, reason(outcome));
  }

  private static Step afterUnknown(
      Outcome.Unknown failure, Attempt attempt, Shelf shelf, boolean telegramDown, Instant now) {
    if (!mayRepeat(attempt)) {
      return new Step.End(new Ending.Dropped(failure.reason()), attempt);
    }
    if (telegramDown) {
      return afterFailure(attempt, shelf, now, failure);
    }
    if (attempt.unknowns() + 1 >= MAX_UNKNOWN) {
      return new Step.End(new Ending.Failed("unknown-outcome", failure.reason()), attempt);
    }
    Duration pause = PAUSES.get(Math.min(attempt.unknowns(), PAUSES.size() - 1));
    return again(pause, attempt, attempt.afterUnknown(), now, failure);
  }

  private static Step afterMove(Outcome.MigratedTo moved, Attempt attempt, Instant now) {
    Duration pause = attempt.number() < CALLS_WITHOUT_PAUSE ? Duration.ZERO : PAUSES.getLast();
    return again(pause, attempt, attempt.to(moved.chat()), now, moved);
  }

  private Step afterRejection(Outcome.Rejected rejected, Attempt attempt, Instant now) {
    if (rejected.kind() == Rejection.QUERY_EXPIRED) {
      return new Step.End(new Ending.Ignored(rejected.reason()), attempt);
    }
    if (rejected.kind() == Rejection.EDIT_TARGET_GONE && !attempt.anew()) {
      return again(Duration.ZERO, attempt, attempt.sentAnew(), now, rejected);
    }
    return ladder
        .next(attempt.call(), rejected.kind())
        .<Step>map(lower ->
            new Step.Again(
                Duration.ZERO, attempt.lowered(lower.step(), lower.calls()), rejected.reason()))
        .orElseGet(
            () -> new Step.End(new Ending.Failed(word(rejected), rejected.reason()), attempt));
  }

  private static String word(Outcome.Rejected rejected) {
    return rejected.kind() == Rejection.FILE_GONE ? rejected.kind().word() : "rejected";
  }

  private static Step again(
      Duration pause, Attempt attempt, Attempt next, Instant now, Outcome outcome) {
    return now.plus(pause).isBefore(attempt.message().expiresAt())
        ? new Step.Again(pause, next, reason(outcome))
        : expired(attempt, reason(outcome));
  }

  private static String reason(Outcome outcome) {
    return switch (outcome) {
      case Outcome.RetryAfter wait -> "Telegram asked to wait " + wait.pause().toSeconds() + " s";
      case Outcome.Retryable failure -> failure.reason();
      case Outcome.Unknown failure -> failure.reason();
      case Outcome.Conflict conflict -> conflict.reason();
      case Outcome.MigratedTo moved -> "the group moved to " + moved.chat();
      case Outcome.Rejected rejected -> rejected.reason();
      default -> "";
    };
  }
}
