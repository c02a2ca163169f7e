package io.herald.telegram.outcome;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of one call to Telegram. Reasons are Telegram's or the network's words, for logs and
 * dead letters; they hold no token and no message text.
 */
public sealed interface Outcome {

  /**
   * Its class in metrics and deliveries: one lower-case word with hyphens, out of a fixed set, that
   * never changes its meaning.
   */
  String word();

  /**
   * It is done.
   *
   * @param messageId of the sent or edited message; null where the call leaves none or Telegram
   *     didn't say
   */
  record Delivered(@Nullable Long messageId) implements Outcome {
    @Override
    public String word() {
      return "delivered";
    }
  }

  /**
   * Too much was sent; not accepted. Telegram doesn't say whether the chat or the bot is meant.
   *
   * @param pause how long nothing more may be sent, at least one second
   */
  record RetryAfter(Duration pause) implements Outcome {
    @Override
    public String word() {
      return "rate-limited";
    }
  }

  /** Not accepted, and likely to be later: the same call may be made again. */
  record Retryable(String reason) implements Outcome {
    @Override
    public String word() {
      return "unavailable";
    }
  }

  /** It is not known whether Telegram has acted on the call. */
  record Unknown(String reason) implements Outcome {
    @Override
    public String word() {
      return "unknown";
    }
  }

  /**
   * The group has become a supergroup with another id; the same content is to be sent there.
   *
   * @param chat the new chat id
   */
  record MigratedTo(String chat) implements Outcome {
    @Override
    public String word() {
      return "migrated";
    }
  }

  /** This person or chat can't be written to until they come back. */
  record Suspended(Suspension why, String reason) implements Outcome {

    /** Suspended for a reason that needs no telling apart. */
    public Suspended(String reason) {
      this(Suspension.FORBIDDEN, reason);
    }

    @Override
    public String word() {
      return why.word();
    }
  }

  /** The call as it stands will never be accepted. */
  record Rejected(int code, Rejection kind, String reason) implements Outcome {
    @Override
    public String word() {
      return kind.word();
    }
  }

  /** Telegram doesn't know the token: the bot must stop until an operator has looked. */
  record Unauthorized(String reason) implements Outcome {
    @Override
    public String word() {
      return "unauthorized";
    }
  }

  /** Another consumer or a webhook stands in the way: the configuration is wrong. */
  record Conflict(String reason) implements Outcome {
    @Override
    public String word() {
      return "conflict";
    }
  }
}
