package io.herald.emulator.formatting;

/**
 * A text that Telegram would refuse; the message is Telegram's, without the "Bad Request: " prefix.
 * It carries no stack trace, since it is an answer to a client and not a fault of the program.
 */
public final class FormattingRefusal extends RuntimeException {
  FormattingRefusal(String message) {
    super(message, null, false, false);
  }

  static FormattingRefusal markup(String message) {
    return new FormattingRefusal("can't parse entities: " + message);
  }
}
