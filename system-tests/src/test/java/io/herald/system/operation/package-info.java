/** Operators start, stop, configure and break the system. */
@NullMarked
package io.herald.system.operation;

import org.jspecify.annotations.NullMarked;
