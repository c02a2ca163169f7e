package io.herald.telegram.http;

import java.io.IOException;

/** The call was answered, and not with a success. */
public final class RefusedByTelegram extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient Answer answer;

  RefusedByTelegram(Answer answer) {
    super("HTTP answer " + answer.code());
    this.answer = answer;
  }

  /** The answer. */
  public Answer answer() {
    return answer;
  }
}
