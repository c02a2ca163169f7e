package io.herald.runtime.account;

import io.herald.runtime.kafka.TryAgainLater;

/**
 * It can't be told at the moment who has linked: Redis is away, or its index is being rebuilt. Ask
 * again in a second.
 */
public final class AccountsUnknown extends RuntimeException implements TryAgainLater {

  private static final long serialVersionUID = 1L;

  /** With a reason for people. */
  public AccountsUnknown(String message) {
    super(message, null, false, false);
  }
}
