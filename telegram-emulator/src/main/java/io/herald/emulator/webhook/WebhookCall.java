package io.herald.emulator.webhook;

import io.herald.emulator.update.Update;
import reactor.core.publisher.Mono;

/** Posts one update. Never fails: what goes wrong is an answer without status. */
interface WebhookCall {
  Mono<WebhookAnswer> post(Update update);

  void close();
}
