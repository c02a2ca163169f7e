package io.herald.telegram.api;

/**
 * Who the bot is.
 *
 * @param id Telegram's user id of the bot
 * @param username without the {@code @}; empty if Telegram named none
 * @param firstName the displayed name
 */
public record BotIdentity(long id, String username, String firstName) {}
