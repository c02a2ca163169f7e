/** Does what people and programs want done: jobs now, schedules later. */
@NullMarked
package io.herald.scheduler;

import org.jspecify.annotations.NullMarked;
