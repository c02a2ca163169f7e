package io.herald.runtime.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message came to a state.
 *
 * @param at when
 * @param message id of the message
 * @param status the state
 * @param attempts calls to Telegram until then
 * @param errorClass one word for what went wrong; absent: nothing
 * @param error what went wrong, in plain words; absent: nothing
 */
public record StateChange(
    Instant at,
    String message,
    MessageState status,
    int attempts,
    @Nullable String errorClass,
    @Nullable String error) {}
