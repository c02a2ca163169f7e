/** Daily summaries: when each person gets theirs, and what is in it. */
@NullMarked
package io.herald.scheduler.summary;

import org.jspecify.annotations.NullMarked;
