/** Who is next and who runs: the index of jobs in Redis, which all schedulers share. */
@NullMarked
package io.herald.scheduler.queue;

import org.jspecify.annotations.NullMarked;
