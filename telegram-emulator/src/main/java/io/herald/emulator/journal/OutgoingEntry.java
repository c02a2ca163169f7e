package io.herald.emulator.journal;

import io.herald.emulator.chat.Message;

/**
 * An accepted send, edit or delete, with the message as it was then.
 *
 * @param atMs when the call was accepted
 */
public record OutgoingEntry(long seq, long bot, String method, long atMs, Message message) {}
