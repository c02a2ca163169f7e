/** Telegram's Mini Apps: who has opened one is known by what Telegram signed. */
@NullMarked
package io.herald.gateway.miniapp;

import org.jspecify.annotations.NullMarked;
