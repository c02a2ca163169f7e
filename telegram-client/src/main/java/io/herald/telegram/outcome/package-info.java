/** What became of a call to Telegram, as values, and the pure functions that decide it. */
@NullMarked
package io.herald.telegram.outcome;

import org.jspecify.annotations.NullMarked;
