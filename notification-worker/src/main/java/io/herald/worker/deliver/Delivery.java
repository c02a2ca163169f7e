package io.herald.worker.deliver;

/**
 * A message's way, done.
 *
 * @param ending how it ended
 * @param chat the chat that it was last addressed to
 * @param attempts calls and refusals to call, at least 1
 */
public record Delivery(Ending ending, String chat, int attempts) {}
