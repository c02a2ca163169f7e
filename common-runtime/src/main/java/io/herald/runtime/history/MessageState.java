package io.herald.runtime.history;

import io.herald.model.delivery.DeliveryEvent;

/** How far one message is, as people and programs are shown it. */
public enum MessageState {
  /** It waits for its turn. */
  PENDING(0),
  /** It waits for a time: for its own, or for the end of the recipient's quiet hours. */
  DEFERRED(0),
  /** It was tried, and will be tried again. */
  RETRYING(1),
  /** It can't be delivered. */
  FAILED(2),
  /** It was not deliverable until its expiry. */
  EXPIRED(2),
  /** A newer version took its place before it went out. */
  SUPERSEDED(2),
  /** Not sent, because its recipient or its sender wanted it so. */
  SUPPRESSED(2),
  /** Telegram has it. */
  SENT(3);

  private final int rank;

  MessageState(int rank) {
    this.rank = rank;
  }

  /** What a delivery event says; one that is pending and says why waits for a time. */
  static MessageState of(DeliveryEvent event) {
    return switch (event.status()) {
      case PENDING -> event.errorClass() == null ? PENDING : DEFERRED;
      case RETRYING -> RETRYING;
      case SENT -> SENT;
      case FAILED -> FAILED;
      case SUPERSEDED -> SUPERSEDED;
      case EXPIRED -> EXPIRED;
      case SUPPRESSED -> SUPPRESSED;
    };
  }

  /**
   * States of a higher rank beat those of a lower one, whatever their times: what is final stays,
   * and what Telegram has stays sent. Of one rank the newer wins: a dead letter that was replayed
   * may fail again.
   */
  int rank() {
    return rank;
  }

  /** Whether nothing follows. */
  public boolean isFinal() {
    return rank > 1;
  }
}
