/** Schedules while those who fire them die: each due time is counted at the emulator. */
@NullMarked
package io.herald.system.schedule;

import org.jspecify.annotations.NullMarked;
