package io.herald.telegram.outcome;

import io.herald.telegram.http.Answer;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Maps an answer of Telegram that is not a success to an outcome; {@link KnownWords} holds the
 * words that tell one refusal from another.
 */
public final class ClassifyAnswer {

  // Real figures run from 2 s to hours; a longer one is cut so that arithmetic stays safe.
  private static final long MAX_WAIT_SECONDS = Duration.ofDays(7).toSeconds();
  private static final Pattern RETRY_AFTER =
      Pattern.compile("(?:retry after |(?:flood|slowmode)_wait_)([0-9]{1,9})");

  private ClassifyAnswer() {}

  /** The outcome of that answer; defined for every answer. */
  public static Outcome classify(Answer answer) {
    if (!answer.fromBotApi()) {
      return classifyForeign(answer);
    }
    String text = answer.description().toLowerCase(Locale.ROOT);
    String reason = answer.code() + " " + answer.description();
    if (answer.migrateToChat() != null) {
      return new Outcome.MigratedTo(String.valueOf(answer.migrateToChat()));
    }
    return switch (answer.code()) {
      case 401, 404 -> new Outcome.Unauthorized(reason);
      case 403 -> new Outcome.Suspended(KnownWords.forbidden(text), reason);
      case 409 -> new Outcome.Conflict(reason);
      case 420, 429 -> retryAfter(answer, text);
      default ->
          answer.code() >= 500
              ? new Outcome.Retryable(reason)
              : classifyBadRequest(answer.code(), text, reason);
    };
  }

  private static Outcome classifyBadRequest(int code, String text, String reason) {
    if (isDoneAlready(text)) {
      return new Outcome.Delivered(null);
    }
    if (text.contains("logged out")) {
      // The bot was moved to another Bot API server: for this one its token is worth nothing.
      return new Outcome.Unauthorized(reason);
    }
    return KnownWords.noSuchChat(text)
        .<Outcome>map(why -> new Outcome.Suspended(why, reason))
        .orElseGet(() -> new Outcome.Rejected(code, KnownWords.rejection(text), reason));
  }

  private static boolean isDoneAlready(String text) {
    return text.contains("message is not modified")
        || text.contains("message_not_modified")
        || text.contains("message to delete not found");
  }

  private static Outcome retryAfter(Answer answer, String text) {
    Long seconds = answer.retryAfter();
    if (seconds == null) {
      Matcher said = RETRY_AFTER.matcher(text);
      seconds = said.find() ? Long.parseLong(said.group(1)) : 1L;
    }
    return new Outcome.RetryAfter(Duration.ofSeconds(Math.clamp(seconds, 1, MAX_WAIT_SECONDS)));
  }

  /** Not the Bot API spoke but something before it; only the status counts. */
  private static Outcome classifyForeign(Answer answer) {
    return switch (answer.code()) {
      case 429 -> retryAfter(answer, "");
      // A local Bot API server that does not know the path, or a wrong address.
      case 401, 404 -> new Outcome.Unauthorized("HTTP " + answer.code());
      case 413 -> new Outcome.Rejected(413, Rejection.MEDIA_REFUSED, "HTTP 413");
      default -> new Outcome.Retryable("HTTP " + answer.code());
    };
  }
}
