package io.herald.telegram.outcome;

import io.herald.telegram.http.Answer;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Maps an answer of Telegram that is not a success to an outcome. Texts are compared without regard
 * to case and anywhere in the description, because Telegram prefixes and suffixes them freely.
 */
public final class ClassifyAnswer {

  // Real figures run from 2 s to hours; a longer one is cut so that arithmetic stays safe.
  private static final long MAX_WAIT_SECONDS = Duration.ofDays(7).toSeconds();
  private static final Pattern RETRY_AFTER = Pattern.compile("retry after ([0-9]{1,9})");

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
      case 400 -> classifyBadRequest(text, reason);
      case 401, 404 -> new Outcome.Unauthorized(reason);
      case 403 -> new Outcome.Suspended(reason);
      case 409 -> new Outcome.Conflict(reason);
      case 429 -> retryAfter(answer, text);
      default ->
          answer.code() >= 500 ? new Outcome.Retryable(reason) : other(answer.code(), reason);
    };
  }

  private static Outcome classifyBadRequest(String text, String reason) {
    if (text.contains("message is not modified")) {
      return new Outcome.Delivered(null);
    }
    if (text.contains("chat not found")) {
      return new Outcome.Suspended(reason);
    }
    return new Outcome.Rejected(400, kind(text), reason);
  }

  private static Rejection kind(String text) {
    if (text.contains("can't parse entities")) {
      return Rejection.MARKUP;
    }
    if (text.contains("too long") || text.contains("_too_long")) {
      return Rejection.TOO_LONG;
    }
    if (text.contains("photo_invalid_dimensions")) {
      return Rejection.PHOTO_DIMENSIONS;
    }
    if (text.contains("message thread not found")) {
      return Rejection.THREAD_GONE;
    }
    if (text.contains("message to edit not found") || text.contains("message can't be edited")) {
      return Rejection.EDIT_TARGET_GONE;
    }
    if (text.contains("query is too old") || text.contains("query id is invalid")) {
      return Rejection.QUERY_EXPIRED;
    }
    return Rejection.OTHER;
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
      case 413 -> new Outcome.Rejected(413, Rejection.OTHER, "HTTP 413");
      default -> new Outcome.Retryable("HTTP " + answer.code());
    };
  }

  private static Outcome other(int code, String reason) {
    return new Outcome.Rejected(code, Rejection.OTHER, reason);
  }
}
