/** Settings that can be turned while the emulator runs. */
@NullMarked
package io.herald.emulator.tuning;

import org.jspecify.annotations.NullMarked;
