package io.herald.bot.update;

/**
 * Who said something.
 *
 * @param id Telegram's user id
 * @param firstName as the person displays it; empty if unknown
 * @param isBot whether it is a program
 */
public record Person(long id, String firstName, boolean isBot) {}
