/** Delivery of updates to webhooks, with Telegram's queues and retries. */
@NullMarked
package io.herald.emulator.webhook;

import org.jspecify.annotations.NullMarked;
