package io.herald.telegram.api;

import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * What ingestion asks Telegram for, on behalf of one bot. Every call starts on subscription, is
 * made once, and fails with {@link CallFailed} alone; whoever calls retries.
 */
public interface BotApi {

  /** Who the bot is; the cheapest call that tells whether the token is right. */
  Mono<BotIdentity> getMe();

  /** Registers the webhook, replacing an older one. At most one call a second is accepted. */
  Mono<Void> setWebhook(WebhookSettings settings);

  /** Removes the webhook, keeping the updates that wait; without one nothing happens. */
  Mono<Void> deleteWebhook();

  /** What Telegram knows about the webhook. */
  Mono<WebhookStatus> getWebhookInfo();

  /**
   * Asks for updates, holding the call open until there are some.
   *
   * @param offset the first {@code update_id} wanted; all below it are confirmed and forgotten. 0
   *     for whatever comes first
   * @param limit at most so many, 1 to 100
   * @param hold how long Telegram waits for the first update, whole seconds, 0 to 50 s
   * @param allowedUpdates wanted kinds; empty: the set of the call before
   * @return each update's own bytes exactly as Telegram wrote them, in order; empty if there are
   *     none
   */
  Mono<List<byte[]>> getUpdates(long offset, int limit, Duration hold, List<String> allowedUpdates);
}
