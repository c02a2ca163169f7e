/** Benchmarks of Herald as a whole, each a command of {@code bin/bench}. */
@NullMarked
package io.herald.bench;

import org.jspecify.annotations.NullMarked;
