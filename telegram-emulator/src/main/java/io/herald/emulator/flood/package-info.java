/** How fast a bot may send: limits per bot, per private chat and per group. */
@NullMarked
package io.herald.emulator.flood;

import org.jspecify.annotations.NullMarked;
