/** The control API under /control. */
@NullMarked
package io.herald.emulator.control;

import org.jspecify.annotations.NullMarked;
