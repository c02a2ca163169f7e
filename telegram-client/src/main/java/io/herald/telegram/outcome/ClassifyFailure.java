package io.herald.telegram.outcome;

import io.herald.telegram.http.RefusedByTelegram;
import io.herald.telegram.http.SentWithoutAnswer;
import java.io.IOException;
import java.util.Optional;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/** Maps whatever a call to Telegram failed with to an outcome. */
public final class ClassifyFailure {

  // Telegram's own descriptions stay below 300; they end up in logs and records.
  private static final int MAX_DESCRIPTION = 500;

  private ClassifyFailure() {}

  /**
   * The outcome of that failure; defined for every failure.
   *
   * @param token of the bot; it is cut out of every reason
   */
  public static Outcome classify(Throwable failure, String token) {
    return find(failure, RefusedByTelegram.class)
        .map(refused -> refused(refused, token))
        .or(() -> find(failure, TelegramApiValidationException.class).map(e -> invalid(e, token)))
        .or(() -> find(failure, TelegramApiRequestException.class).map(_ -> acceptedUnread()))
        .or(() -> find(failure, SentWithoutAnswer.class).map(e -> unknown(e, token)))
        .or(() -> find(failure, IOException.class).map(e -> retryable(e, token)))
        .orElseGet(() -> unknown(failure, token));
  }

  private static Outcome refused(RefusedByTelegram refused, String token) {
    var answer = refused.answer();
    String description = Redact.token(token, answer.description());
    return ClassifyAnswer.classify(answer.withDescription(cut(description)));
  }

  private static String cut(String description) {
    return description.length() <= MAX_DESCRIPTION
        ? description
        : description.substring(0, MAX_DESCRIPTION);
  }

  /** telegrambots checks before it sends. Its exception prints the method, and with it the text. */
  private static Outcome invalid(TelegramApiValidationException e, String token) {
    return new Outcome.Rejected(
        400, Rejection.OTHER, Redact.token(token, String.valueOf(e.getMessage())));
  }

  /** An {@code "ok":true} whose result telegrambots can't read: a newer Bot API. It was done. */
  private static Outcome acceptedUnread() {
    return new Outcome.Delivered(null);
  }

  private static Outcome unknown(Throwable e, String token) {
    return new Outcome.Unknown(text(e, token));
  }

  private static Outcome retryable(Throwable e, String token) {
    return new Outcome.Retryable(text(e, token));
  }

  private static String text(Throwable e, String token) {
    Throwable named = e instanceof SentWithoutAnswer && e.getCause() != null ? e.getCause() : e;
    String message = named.getMessage() == null ? "" : ": " + named.getMessage();
    return named.getClass().getSimpleName() + Redact.token(token, message);
  }

  private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 16; depth++) {
      if (type.isInstance(cause)) {
        return Optional.of(type.cast(cause));
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }
}
