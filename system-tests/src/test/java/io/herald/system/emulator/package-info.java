/**
 * A client of the emulator's control API: users act through it, and what the bot did is read from
 * it.
 */
@NullMarked
package io.herald.system.emulator;

import org.jspecify.annotations.NullMarked;
