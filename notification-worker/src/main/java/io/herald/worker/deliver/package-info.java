/** One message's way: attempts, waits, and how it ends. */
@NullMarked
package io.herald.worker.deliver;

import org.jspecify.annotations.NullMarked;
