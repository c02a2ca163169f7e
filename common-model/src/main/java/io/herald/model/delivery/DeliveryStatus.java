package io.herald.model.delivery;

/** How far a message is. All but the first two are final. */
public enum DeliveryStatus {
  /** Accepted, and not tried yet. */
  PENDING,
  /** Tried, and to be tried again. */
  RETRYING,
  /** Telegram has it. */
  SENT,
  /** It can't be delivered. */
  FAILED,
  /** A newer version took its place before it went out. */
  SUPERSEDED,
  /** It was not deliverable until its expiry. */
  EXPIRED,
  /** Not sent, because its recipient or its sender wanted it so. */
  SUPPRESSED;

  /** Whether nothing follows. */
  public boolean isFinal() {
    return this != PENDING && this != RETRYING;
  }
}
