/** Failures on demand. */
@NullMarked
package io.herald.emulator.fault;

import org.jspecify.annotations.NullMarked;
