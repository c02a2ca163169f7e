package io.herald.bot.command;

import org.jspecify.annotations.Nullable;

/**
 * An error for the log: kind and place, and none of its words, which may quote what somebody wrote
 * or hold a secret.
 */
final class WithoutWords extends Throwable {

  private static final long serialVersionUID = 1L;
  private static final int DEEPEST = 8;

  private WithoutWords(Throwable error, @Nullable Throwable cause) {
    super(error.getClass().getName(), cause, false, true);
    setStackTrace(error.getStackTrace());
  }

  /** The same error, and what caused it. */
  static Throwable of(Throwable error) {
    return of(error, DEEPEST);
  }

  private static Throwable of(Throwable error, int depth) {
    Throwable cause = error.getCause();
    return new WithoutWords(error, cause == null || depth == 0 ? null : of(cause, depth - 1));
  }
}
