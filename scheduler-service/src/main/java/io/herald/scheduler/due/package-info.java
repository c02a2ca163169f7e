/** What is due: who claims it, what becomes of it, and what is told of that. */
@NullMarked
package io.herald.scheduler.due;

import org.jspecify.annotations.NullMarked;
