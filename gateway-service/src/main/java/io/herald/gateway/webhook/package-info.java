/** The door that Telegram's webhooks come through, and its registration with Telegram. */
@NullMarked
package io.herald.gateway.webhook;

import org.jspecify.annotations.NullMarked;
