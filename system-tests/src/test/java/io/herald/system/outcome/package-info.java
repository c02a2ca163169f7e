/** The Telegram client against the emulator: which outcome each state and fault has. */
@NullMarked
package io.herald.system.outcome;

import org.jspecify.annotations.NullMarked;
