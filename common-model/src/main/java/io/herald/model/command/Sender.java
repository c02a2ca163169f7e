package io.herald.model.command;

import org.jspecify.annotations.Nullable;

/**
 * Who sent a command.
 *
 * @param id Telegram's user id
 * @param firstName as they display it; absent: unknown
 * @param username Telegram's username without the @; absent: they have none
 * @param isAdmin whether they are one of the bot's admins
 */
public record Sender(
    long id, @Nullable String firstName, @Nullable String username, boolean isAdmin) {}
