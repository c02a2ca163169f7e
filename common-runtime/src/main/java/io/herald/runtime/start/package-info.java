/**
 * Starts and stops a service: one line when it can't start, exit code 0 when it was asked to end.
 */
@NullMarked
package io.herald.runtime.start;

import org.jspecify.annotations.NullMarked;
