package io.herald.bot.update;

/**
 * A marked stretch of a text.
 *
 * @param type Telegram's name, for example {@code bot_command}
 * @param offset start in UTF-16 units
 * @param length length in UTF-16 units
 */
public record TextEntity(String type, int offset, int length) {}
