/**
 * What Herald is compared with at its barest: an endpoint that keeps nothing, a client in a loop.
 */
@NullMarked
package io.herald.bench.bare;

import org.jspecify.annotations.NullMarked;
