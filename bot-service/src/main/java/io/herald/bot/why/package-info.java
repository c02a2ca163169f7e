/** Tells where a notification is and why. */
@NullMarked
package io.herald.bot.why;

import org.jspecify.annotations.NullMarked;
