package io.herald.runtime.account;

/**
 * It can't be told at the moment who has linked: Redis is away, or its index is being rebuilt. Ask
 * again in a second.
 */
public final class AccountsUnknown extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With a reason for people. */
  public AccountsUnknown(String message) {
    super(message, null, false, false);
  }
}
