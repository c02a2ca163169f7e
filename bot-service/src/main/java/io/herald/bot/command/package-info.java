/** What the bots answer: commands, buttons and plain text. */
@NullMarked
package io.herald.bot.command;

import org.jspecify.annotations.NullMarked;
