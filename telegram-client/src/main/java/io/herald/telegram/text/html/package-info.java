/** Telegram's HTML style. */
@NullMarked
package io.herald.telegram.text.html;

import org.jspecify.annotations.NullMarked;
