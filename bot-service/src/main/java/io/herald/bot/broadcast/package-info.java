/** Texts that admins send to everybody, watched and steered while they go out. */
@NullMarked
package io.herald.bot.broadcast;

import org.jspecify.annotations.NullMarked;
