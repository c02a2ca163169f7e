/** One trace from the cause to the last call, carried through record headers. */
@NullMarked
package io.herald.runtime.trace;

import org.jspecify.annotations.NullMarked;
