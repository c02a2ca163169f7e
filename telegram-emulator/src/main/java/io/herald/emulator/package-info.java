/** The emulator's start, its settings and how its parts are put together. */
@NullMarked
package io.herald.emulator;

import org.jspecify.annotations.NullMarked;
