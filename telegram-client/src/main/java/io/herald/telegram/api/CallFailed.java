package io.herald.telegram.api;

import io.herald.telegram.outcome.Outcome;

/**
 * A call of {@link BotApi} did not succeed. It has no cause, because the causes of HTTP clients may
 * hold the address and with it the token.
 */
public final class CallFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Outcome outcome;

  CallFailed(String method, Outcome outcome) {
    super(method + " failed: " + outcome, null, false, false);
    this.outcome = outcome;
  }

  /**
   * What became of the call; never {@link Outcome.Delivered}. {@link Outcome.Unknown} means for
   * reading calls that they may simply be made again.
   */
  public Outcome outcome() {
    return outcome;
  }
}
