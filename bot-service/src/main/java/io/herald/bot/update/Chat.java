package io.herald.bot.update;

/**
 * Where something was said.
 *
 * @param id Telegram's chat id
 * @param isPrivate whether it is the chat with one person; else a group or a channel
 */
public record Chat(long id, boolean isPrivate) {}
