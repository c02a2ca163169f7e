/** Who may use the bots, and the record of who was refused. */
@NullMarked
package io.herald.bot.access;

import org.jspecify.annotations.NullMarked;
