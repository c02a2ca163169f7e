/** What a benchmark runs on: its folder, its processes and what they use of the machine. */
@NullMarked
package io.herald.bench.run;

import org.jspecify.annotations.NullMarked;
