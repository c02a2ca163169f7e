/** The history as it is asked for over HTTP; {@link io.herald.runtime.history} has it. */
@NullMarked
package io.herald.gateway.history;

import org.jspecify.annotations.NullMarked;
