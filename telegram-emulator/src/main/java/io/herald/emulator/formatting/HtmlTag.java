package io.herald.emulator.formatting;

/**
 * A start tag that Telegram supports.
 *
 * @param argument link, language, emoji id or class; empty if the tag has none
 * @param unixTime only for {@code tg-time}, else empty
 */
record HtmlTag(String name, String argument, String unixTime) {}
