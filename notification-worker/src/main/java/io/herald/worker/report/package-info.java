/** What the worker tells about deliveries: events, log lines, figures. */
@NullMarked
package io.herald.worker.report;

import org.jspecify.annotations.NullMarked;
