/** Telegram's updates, as far as this service understands them. */
@NullMarked
package io.herald.bot.update;

import org.jspecify.annotations.NullMarked;
