/** What to send instead of what Telegram refused, so that no text is lost. */
@NullMarked
package io.herald.telegram.ladder;

import org.jspecify.annotations.NullMarked;
