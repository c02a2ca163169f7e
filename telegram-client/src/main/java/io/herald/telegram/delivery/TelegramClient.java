package io.herald.telegram.delivery;

import io.herald.telegram.outcome.Outcome;
import reactor.core.publisher.Mono;

/** The way out to Telegram for one bot. */
public interface TelegramClient {

  /**
   * Makes that one call, once, when subscribed to. Neither expiry nor pace is looked at, and
   * nothing is retried: the caller decides by the outcome.
   *
   * @return what became of it; it never fails and is never empty. It takes at most a minute
   */
  Mono<Outcome> deliver(TelegramCall call);
}
