/** The wiring that every service shares. */
@NullMarked
package io.herald.runtime;

import org.jspecify.annotations.NullMarked;
