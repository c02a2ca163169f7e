/**
 * Formatted text as Telegram keeps it: plain text and entities, and the markups that lead to it.
 */
@NullMarked
package io.herald.emulator.formatting;

import org.jspecify.annotations.NullMarked;
