/** Tells how far jobs are: events on Kafka, figures, and a line in the log. */
@NullMarked
package io.herald.scheduler.tell;

import org.jspecify.annotations.NullMarked;
