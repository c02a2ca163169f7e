/** Bots and the updates that wait for them. */
@NullMarked
package io.herald.emulator.update;

import org.jspecify.annotations.NullMarked;
