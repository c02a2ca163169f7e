package io.herald.local.options;

/**
 * A command line that cannot be followed. The message is the one line to show; the exit code is 2.
 */
public final class UsageError extends RuntimeException {
  private static final long serialVersionUID = 1;

  public UsageError(String message) {
    super(message);
  }
}
