/** Herald's way out as a benchmark drives it: messages, the topics they wait on, and workers. */
@NullMarked
package io.herald.bench.outbound;

import org.jspecify.annotations.NullMarked;
