package io.herald.worker.guard;

import io.herald.model.message.OutboundMessage;
import reactor.core.publisher.Mono;

/** Remembers which messages went out. It never fails: without memory a message is sent. */
public interface SendGuard {

  /** Claims the message for one attempt, and says what is known about earlier ones. */
  Mono<Claim> claim(OutboundMessage message);

  /** The message went out; completes when that is remembered as well as it can be. */
  Mono<Void> sent(OutboundMessage message);

  /** The attempt is known not to have gone out: the next one starts afresh. */
  Mono<Void> release(OutboundMessage message);
}
