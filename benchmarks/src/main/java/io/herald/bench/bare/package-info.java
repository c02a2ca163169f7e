/** The endpoint that does nothing: the most that a webhook on this stack could do. */
@NullMarked
package io.herald.bench.bare;

import org.jspecify.annotations.NullMarked;
