/** Long polling, for places that Telegram can't reach, through the same core. */
@NullMarked
package io.herald.gateway.polling;

import org.jspecify.annotations.NullMarked;
