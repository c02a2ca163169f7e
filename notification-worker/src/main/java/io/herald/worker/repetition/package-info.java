/** Spares recipients what they have had already: duplicates and cooldowns. */
@NullMarked
package io.herald.worker.repetition;

import org.jspecify.annotations.NullMarked;
