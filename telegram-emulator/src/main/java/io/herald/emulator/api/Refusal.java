package io.herald.emulator.api;

/** A call that Telegram would refuse, with its answer; it is caught in {@link BotApi}. */
final class Refusal extends RuntimeException {
  private final transient Answer answer;

  private Refusal(Answer answer) {
    super(answer.description(), null, false, false);
    this.answer = answer;
  }

  Answer answer() {
    return answer;
  }

  static Refusal badRequest(String reason) {
    return new Refusal(Answer.error(400, "Bad Request: " + lowerFirst(reason)));
  }

  static Refusal forbidden(String reason) {
    return new Refusal(Answer.error(403, "Forbidden: " + reason));
  }

  static Refusal conflict(String reason) {
    return new Refusal(Answer.error(409, "Conflict: " + reason));
  }

  static Refusal of(Answer answer) {
    return new Refusal(answer);
  }

  /** Words begin small, codes like BUTTON_DATA_INVALID stay. */
  private static String lowerFirst(String reason) {
    boolean code =
        reason.length() > 1 && (reason.charAt(1) == '_' || Character.isUpperCase(reason.charAt(1)));
    return code || reason.isEmpty()
        ? reason
        : Character.toLowerCase(reason.charAt(0)) + reason.substring(1);
  }
}
