/** Whole compacted topics in memory, on every replica. */
@NullMarked
package io.herald.runtime.table;

import org.jspecify.annotations.NullMarked;
