/** What admins do: who may use the bots, who does, and what happens. */
@NullMarked
package io.herald.bot.operate;

import org.jspecify.annotations.NullMarked;
