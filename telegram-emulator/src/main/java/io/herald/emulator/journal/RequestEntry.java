package io.herald.emulator.journal;

import org.jspecify.annotations.Nullable;

/**
 * One Bot API call.
 *
 * @param bot 0 if the token named none
 * @param status 0 if the connection was cut or left hanging
 * @param description of an error, else null
 * @param traceparent the W3C header of the call, null if absent
 * @param fault that struck, null if none
 */
public record RequestEntry(
    long seq,
    long atMs,
    long bot,
    String method,
    @Nullable Long chat,
    int status,
    @Nullable String description,
    long durationMicros,
    @Nullable String traceparent,
    @Nullable String fault) {}
