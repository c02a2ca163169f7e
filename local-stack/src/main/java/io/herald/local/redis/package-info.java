/** A real Redis server as a child process. */
@NullMarked
package io.herald.local.redis;

import org.jspecify.annotations.NullMarked;
