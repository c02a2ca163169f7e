/** Dead letters for operators: listed, looked at, and published again where they came from. */
@NullMarked
package io.herald.worker.deadletter;

import org.jspecify.annotations.NullMarked;
