/** Turns notifications into messages for the lanes: the worker's first half. */
@NullMarked
package io.herald.worker.expand;

import org.jspecify.annotations.NullMarked;
