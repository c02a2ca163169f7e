package io.herald.telegram.http;

import java.io.IOException;

/**
 * The request was written and no readable answer came back: Telegram may have acted on it or not.
 */
public final class SentWithoutAnswer extends IOException {

  private static final long serialVersionUID = 1L;

  SentWithoutAnswer(IOException cause) {
    super(cause.getMessage(), cause);
  }

  SentWithoutAnswer(String message) {
    super(message);
  }
}
