/** How Telegram is reached: address, connections, and what comes back, before it is interpreted. */
@NullMarked
package io.herald.telegram.http;

import org.jspecify.annotations.NullMarked;
