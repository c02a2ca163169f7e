/** What Telegram and strangers see of the way in: pending updates, refused tokens, certificates. */
@NullMarked
package io.herald.gateway.watch;

import org.jspecify.annotations.NullMarked;
