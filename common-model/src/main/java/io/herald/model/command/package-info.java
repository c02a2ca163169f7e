/** Commands that people send to a bot and that other services answer. */
@NullMarked
package io.herald.model.command;

import org.jspecify.annotations.NullMarked;
