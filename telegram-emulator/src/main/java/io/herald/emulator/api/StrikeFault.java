package io.herald.emulator.api;

import io.herald.emulator.fault.Fault;
import org.jspecify.annotations.Nullable;

/** How a fault ends a call. */
final class StrikeFault {
  private StrikeFault() {}

  /** The end of the call; null if the call is to be executed all the same. */
  static @Nullable Reply instead(Fault fault) {
    return switch (fault.kind()) {
      case LATENCY, CUT_AFTER -> null;
      case HTML_502 -> new Reply.HtmlPage(502);
      case HANG -> new Reply.Hanging();
      case CUT_BEFORE -> new Reply.Cut();
      default -> new Reply.Answered(answer(fault));
    };
  }

  private static Answer answer(Fault fault) {
    Answer answer =
        switch (fault.kind()) {
          case RETRY_AFTER -> Answer.tooManyRequests(fault.retryAfter());
          case BLOCKED -> Answer.error(403, "Forbidden: bot was blocked by the user");
          case DEACTIVATED -> Answer.error(403, "Forbidden: user is deactivated");
          case KICKED -> Answer.error(403, "Forbidden: bot was kicked from the supergroup chat");
          case MIGRATED -> Answer.migrated(fault.migrateTo());
          case CHAT_NOT_FOUND -> Answer.error(400, "Bad Request: chat not found");
          default -> new Answer(fault.status(), null, words(fault.status()), fault.retryAfter(), 0);
        };
    String description = fault.description();
    return description == null
        ? answer
        : new Answer(answer.status(), null, description, answer.retryAfter(), answer.migrateTo());
  }

  private static String words(int status) {
    return switch (status) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 409 -> "Conflict";
      case 413 -> "Request Entity Too Large";
      case 429 -> "Too Many Requests";
      case 500 -> "Internal Server Error";
      case 502 -> "Bad Gateway";
      case 503 -> "Service Unavailable";
      case 504 -> "Gateway Timeout";
      default -> "Error " + status;
    };
  }
}
