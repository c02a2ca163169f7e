/** Updates per second and latency of the front door, next to its peers. */
@NullMarked
package io.herald.bench.ingest;

import org.jspecify.annotations.NullMarked;
