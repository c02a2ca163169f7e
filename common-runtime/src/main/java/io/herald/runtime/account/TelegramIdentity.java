package io.herald.runtime.account;

import org.jspecify.annotations.Nullable;

/**
 * Somebody at Telegram who wants to link.
 *
 * @param bot the bot that they wrote to
 * @param chat their private chat with it, decimal; it is their user id too
 * @param username without the {@code @}; absent: they have none
 * @param firstName how they call themselves
 */
public record TelegramIdentity(
    String bot, String chat, @Nullable String username, String firstName) {}
