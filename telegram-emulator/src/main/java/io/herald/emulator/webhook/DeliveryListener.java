package io.herald.emulator.webhook;

import io.herald.emulator.update.Bot;
import io.herald.emulator.update.Update;

/** Is told how deliveries go. */
interface DeliveryListener {
  void attempted(Update update, long atMs, long durationMs, WebhookAnswer answer);

  /** Once per update, after its first 2xx. */
  void delivered(Bot bot, Update update, WebhookAnswer answer);

  void expired(Update update);
}
