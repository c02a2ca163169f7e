/** Notifications per second of the HTTP API, and how long one takes to its recipient. */
@NullMarked
package io.herald.bench.notify;

import org.jspecify.annotations.NullMarked;
