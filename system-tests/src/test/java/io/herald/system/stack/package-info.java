/** The whole system as real processes of the built jars, started, stopped and killed by tests. */
@NullMarked
package io.herald.system.stack;

import org.jspecify.annotations.NullMarked;
