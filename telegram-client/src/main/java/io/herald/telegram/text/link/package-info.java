/** The addresses that Telegram accepts in a link. */
@NullMarked
package io.herald.telegram.text.link;

import org.jspecify.annotations.NullMarked;
