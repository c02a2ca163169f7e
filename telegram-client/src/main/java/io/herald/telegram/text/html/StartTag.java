package io.herald.telegram.text.html;

/**
 * A start tag that Telegram supports.
 *
 * @param name in lower case
 * @param argument the one attribute that counts: address, language, emoji id, format; else empty
 * @param unixTime of {@code tg-time}, else empty
 * @param begin index of its bracket
 */
record StartTag(String name, String argument, String unixTime, int begin) {}
