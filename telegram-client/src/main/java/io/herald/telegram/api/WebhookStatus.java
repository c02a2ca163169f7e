package io.herald.telegram.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Telegram says about the webhook.
 *
 * @param url the registered address; empty if there is none
 * @param pendingUpdates updates waiting at Telegram
 * @param maxConnections updates delivered at once; 0 if unsaid
 * @param allowedUpdates wanted kinds; empty: Telegram's default set
 * @param lastError what went wrong at the last failed delivery; empty if nothing did
 * @param lastErrorAt when that was; null if it never was
 */
public record WebhookStatus(
    String url,
    int pendingUpdates,
    int maxConnections,
    List<String> allowedUpdates,
    String lastError,
    @Nullable Instant lastErrorAt) {}
