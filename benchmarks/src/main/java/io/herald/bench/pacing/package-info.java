/** A broadcast with replies meanwhile against a Telegram that limits, next to peers. */
@NullMarked
package io.herald.bench.pacing;

import org.jspecify.annotations.NullMarked;
