/** How long a user waits for the bot's answer on an idle system. */
@NullMarked
package io.herald.bench.reply;

import org.jspecify.annotations.NullMarked;
