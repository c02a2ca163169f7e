/** Events for pages that watch. */
@NullMarked
package io.herald.emulator.live;

import org.jspecify.annotations.NullMarked;
