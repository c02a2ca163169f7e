package io.herald.runtime.history;

import org.jspecify.annotations.Nullable;

/**
 * How long a notification's steps took, in milliseconds since it was accepted.
 *
 * @param pendingMs until its first message was made; absent: not yet
 * @param firstAttemptMs until Telegram's first answer, or its absence, was known; absent: not yet
 * @param sentMs until the last message so far that Telegram has; absent: none
 */
public record Timings(
    @Nullable Long pendingMs, @Nullable Long firstAttemptMs, @Nullable Long sentMs) {}
