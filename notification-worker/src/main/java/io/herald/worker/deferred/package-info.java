/** Notifications that wait for their time. */
@NullMarked
package io.herald.worker.deferred;

import org.jspecify.annotations.NullMarked;
