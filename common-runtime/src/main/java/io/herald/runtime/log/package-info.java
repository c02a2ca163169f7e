/** How often a line is worth logging. */
@NullMarked
package io.herald.runtime.log;

import org.jspecify.annotations.NullMarked;
