/** Telegram's MarkdownV2 style. */
@NullMarked
package io.herald.telegram.text.markdownv2;

import org.jspecify.annotations.NullMarked;
