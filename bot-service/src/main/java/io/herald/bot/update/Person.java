package io.herald.bot.update;

import org.jspecify.annotations.Nullable;

/**
 * Who said something.
 *
 * @param id Telegram's user id
 * @param firstName as the person displays it; empty if unknown
 * @param isBot whether it is a program
 * @param username without the {@code @}; null: they have none
 */
public record Person(long id, String firstName, boolean isBot, @Nullable String username) {}
