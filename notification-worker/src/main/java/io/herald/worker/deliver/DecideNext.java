package io.herald.worker.deliver;

import io.herald.model.message.CallbackAnswer;
import io.herald.model.message.OnUnknown;
import io.herald.telegram.outcome.Outcome;
import io.herald.telegram.outcome.Rejection;
import java.time.Duration;
import java.time.Instant;

/** Decides what comes after an attempt: a pure function of its outcome and of time. */
final class DecideNext {

  /** After so many attempts of unknown outcome no further duplicate is risked. */
  static final int MAX_UNKNOWN = 5;

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration UNTIL_OPERATOR_LOOKED = Duration.ofSeconds(30);
  // Following a group once or twice is normal; in a circle it must not be done at full speed.
  private static final int ATTEMPTS_WITHOUT_PAUSE = 3;

  private DecideNext() {}

  static Step after(Outcome outcome, Attempt attempt, Instant now) {
    return switch (outcome) {
      case Outcome.Delivered done -> end(attempt, new Ending.Sent(done.messageId()));
      case Outcome.RetryAfter wait ->
          again(wait.pause(), attempt, attempt.next(), now, "Telegram asked to wait");
      case Outcome.Retryable failure ->
          again(pause(attempt), attempt, attempt.next(), now, failure.reason());
      case Outcome.Unknown failure -> afterUnknown(failure.reason(), attempt, now);
      case Outcome.MigratedTo moved -> afterMove(moved.chat(), attempt, now);
      case Outcome.Unauthorized refusal ->
          again(UNTIL_OPERATOR_LOOKED, attempt, attempt.next(), now, refusal.reason());
      case Outcome.Conflict conflict ->
          again(pause(attempt), attempt, attempt.next(), now, conflict.reason());
      case Outcome.Suspended suspended ->
          end(attempt, new Ending.Failed("suspended", suspended.reason()));
      case Outcome.Rejected rejected -> afterRejection(rejected, attempt);
    };
  }

  /** An earlier run began to send and did not note the end. */
  static boolean mayRepeat(Attempt attempt) {
    return attempt.message().onUnknown() == OnUnknown.RESEND;
  }

  /** The message is too old to be sent. */
  static Step expired(Attempt attempt, String error) {
    return attempt.message().content() instanceof CallbackAnswer
        ? end(attempt, new Ending.Ignored("expired: " + error))
        : end(attempt, new Ending.Failed("expired", error));
  }

  private static Step afterUnknown(String reason, Attempt attempt, Instant now) {
    if (!mayRepeat(attempt)) {
      return end(attempt, new Ending.Dropped(reason));
    }
    if (attempt.unknowns() + 1 >= MAX_UNKNOWN) {
      return end(attempt, new Ending.Failed("unknown-outcome", reason));
    }
    return again(pause(attempt), attempt, attempt.nextAfterUnknown(), now, reason);
  }

  private static Step afterMove(String chat, Attempt attempt, Instant now) {
    Duration pause = attempt.number() < ATTEMPTS_WITHOUT_PAUSE ? Duration.ZERO : pause(attempt);
    return again(pause, attempt, attempt.nextTo(chat), now, "the group moved to " + chat);
  }

  private static Step afterRejection(Outcome.Rejected rejected, Attempt attempt) {
    return rejected.kind() == Rejection.QUERY_EXPIRED
        ? end(attempt, new Ending.Ignored(rejected.reason()))
        : end(attempt, new Ending.Failed("rejected", rejected.reason()));
  }

  private static Step again(
      Duration pause, Attempt attempt, Attempt next, Instant now, String reason) {
    return now.plus(pause).isBefore(attempt.message().expiresAt())
        ? new Step.Again(pause, next)
        : expired(attempt, reason);
  }

  /** 1, 2, 4, 8, 16, 30, 30 … seconds. */
  private static Duration pause(Attempt attempt) {
    Duration doubled = Duration.ofSeconds(1L << Math.min(attempt.number() - 1, 5));
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  private static Step end(Attempt attempt, Ending ending) {
    return new Step.End(ending, attempt);
  }
}
