package io.herald.worker.deliver;

import org.jspecify.annotations.Nullable;

/** How a message's way ended. */
public sealed interface Ending {

  /** A word for logs and metrics. */
  String word();

  /**
   * Telegram has it.
   *
   * @param messageId Telegram's id; null where there is none
   */
  record Sent(@Nullable Long messageId) implements Ending {
    @Override
    public String word() {
      return "sent";
    }
  }

  /** An earlier run had sent it. */
  record AlreadySent() implements Ending {
    @Override
    public String word() {
      return "already-sent";
    }
  }

  /** It is of no use any more, and nobody needs to know: a button's press that is too old. */
  record Ignored(String reason) implements Ending {
    @Override
    public String word() {
      return "ignored";
    }
  }

  /** It may have arrived, and its sender preferred never to twice. */
  record Dropped(String reason) implements Ending {
    @Override
    public String word() {
      return "dropped";
    }
  }

  /**
   * It can't be delivered and becomes a dead letter.
   *
   * @param reason one word of the field
   * @param error what was wrong, without the message's text
   */
  record Failed(String reason, String error) implements Ending {
    @Override
    public String word() {
      return "failed";
    }
  }
}
