/** Schedules: what is to happen at which times, and what came of it. */
@NullMarked
package io.herald.model.schedule;

import org.jspecify.annotations.NullMarked;
