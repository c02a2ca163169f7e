package io.herald.runtime.account;

import io.herald.runtime.kafka.TryAgainLater;

/**
 * It can't be told at the moment who has linked, or proved who they are: Redis is away, or its
 * index is being rebuilt. Ask again in a second.
 */
public final class AccountsUnknown extends RuntimeException implements TryAgainLater {

  private static final long serialVersionUID = 1L;

  /** With a reason for people. */
  public AccountsUnknown(String message) {
    super(message, null, false, false);
  }

  static AccountsUnknown rebuilding() {
    return new AccountsUnknown("the accounts are being read again and not all are known yet");
  }

  static AccountsUnknown because(Throwable error) {
    return error instanceof AccountsUnknown known
        ? known
        : new AccountsUnknown("Redis does not answer (" + error.getClass().getSimpleName() + ")");
  }
}
