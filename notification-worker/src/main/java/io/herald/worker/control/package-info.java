/** Notifications that somebody paused or stopped. */
@NullMarked
package io.herald.worker.control;

import org.jspecify.annotations.NullMarked;
