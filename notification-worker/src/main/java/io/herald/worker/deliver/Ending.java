package io.herald.worker.deliver;

import io.herald.model.delivery.DeliveryStatus;
import java.util.List;

/** How a message's way ended. */
public sealed interface Ending {

  /** A word for logs and metrics; for what went wrong, the error class of the delivery. */
  String word();

  /** What is told on the deliveries topic. */
  DeliveryStatus status();

  /**
   * Telegram has it.
   *
   * @param messageIds Telegram's ids; empty where there is none
   */
  record Sent(List<Long> messageIds) implements Ending {
    @Override
    public String word() {
      return "sent";
    }

    @Override
    public DeliveryStatus status() {
      return DeliveryStatus.SENT;
    }
  }

  /**
   * An earlier run had sent it.
   *
   * @param messageIds Telegram's ids, as far as they were noted
   */
  record AlreadySent(List<Long> messageIds) implements Ending {
    @Override
    public String word() {
      return "already-sent";
    }

    @Override
    public DeliveryStatus status() {
      return DeliveryStatus.SENT;
    }
  }

  /** A newer version took its place before it went out. */
  record Superseded() implements Ending {
    @Override
    public String word() {
      return "superseded";
    }

    @Override
    public DeliveryStatus status() {
      return DeliveryStatus.SUPERSEDED;
    }
  }

  /** Somebody stopped its notification. */
  record Stopped() implements Ending {
    @Override
    public String word() {
      return "stopped";
    }

    @Override
    public DeliveryStatus status() {
      return DeliveryStatus.SUPPRESSED;
    }
  }

  /** It is of no use any more, and nobody needs to look: a button's press that is too old. */
  record Ignored(String reason) implements Ending {
    @Override
    public String word() {
      return "ignored";
    }

    @Override
    public DeliveryStatus status() {
      return DeliveryStatus.FAILED;
    }
  }

  /** It may have arrived, and its sender preferred never to twice. */
  record Dropped(String reason) implements Ending {
    @Override
    public String word() {
      return "dropped";
    }

    @Override
    public DeliveryStatus status() {
      return DeliveryStatus.FAILED;
    }
  }

  /**
   * It can't be delivered and becomes a dead letter.
   *
   * @param word the reason, one word of the field
   * @param error what was wrong, without the message's text
   */
  record Failed(String word, String error) implements Ending {
    @Override
    public DeliveryStatus status() {
      return DeliveryStatus.FAILED;
    }
  }

  /**
   * It was not deliverable until its expiry and becomes a dead letter.
   *
   * @param error why it was not
   */
  record Expired(String error) implements Ending {
    @Override
    public String word() {
      return "expired";
    }

    @Override
    public DeliveryStatus status() {
      return DeliveryStatus.EXPIRED;
    }
  }
}
