/** Notifications that are watched, paused or stopped while they go out. */
@NullMarked
package io.herald.model.control;

import org.jspecify.annotations.NullMarked;
