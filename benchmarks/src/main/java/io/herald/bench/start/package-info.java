/** How long a service takes from its start to readiness, with and without what its JVM learned. */
@NullMarked
package io.herald.bench.start;

import org.jspecify.annotations.NullMarked;
