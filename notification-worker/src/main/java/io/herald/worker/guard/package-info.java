/** Remembers which messages went out, so that a replay does not send them again. */
@NullMarked
package io.herald.worker.guard;

import org.jspecify.annotations.NullMarked;
