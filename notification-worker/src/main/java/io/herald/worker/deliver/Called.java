package io.herald.worker.deliver;

import reactor.core.publisher.Mono;

/**
 * A call was made.
 *
 * @param step what follows
 * @param note what is still to be noted in the ledger before the message is done with
 */
public record Called(Step step, Mono<Void> note) {

  /** All is noted. */
  public static Called of(Step step) {
    return new Called(step, Mono.empty());
  }
}
