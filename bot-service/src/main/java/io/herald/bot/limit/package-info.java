/** How much one person may ask of the bots at a time. */
@NullMarked
package io.herald.bot.limit;

import org.jspecify.annotations.NullMarked;
