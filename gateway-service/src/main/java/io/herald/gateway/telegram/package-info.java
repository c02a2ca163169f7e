/** How the gateway calls Telegram: one client a bot, over one connection. */
@NullMarked
package io.herald.gateway.telegram;

import org.jspecify.annotations.NullMarked;
