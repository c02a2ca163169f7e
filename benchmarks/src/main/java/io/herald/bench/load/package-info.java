/** Load on an HTTP server by wrk, how long it has to be warm, and what it costs. */
@NullMarked
package io.herald.bench.load;

import org.jspecify.annotations.NullMarked;
