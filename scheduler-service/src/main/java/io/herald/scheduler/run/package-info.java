/** Runs the programs that do jobs, and ends them. */
@NullMarked
package io.herald.scheduler.run;

import org.jspecify.annotations.NullMarked;
