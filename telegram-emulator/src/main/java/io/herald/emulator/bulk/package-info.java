/** Load: many updates from many users, and what came back. */
@NullMarked
package io.herald.emulator.bulk;

import org.jspecify.annotations.NullMarked;
