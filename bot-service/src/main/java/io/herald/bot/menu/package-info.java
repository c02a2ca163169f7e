/** The menus of commands that people are offered while they type. */
@NullMarked
package io.herald.bot.menu;

import org.jspecify.annotations.NullMarked;
