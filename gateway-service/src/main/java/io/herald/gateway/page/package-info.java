/** The page: a person's Telegram, what they want to get, and what became of their notifications. */
@NullMarked
package io.herald.gateway.page;

import org.jspecify.annotations.NullMarked;
