/** Text with its formatting, as Telegram keeps it. */
@NullMarked
package io.herald.telegram.text;

import org.jspecify.annotations.NullMarked;
