/** How Redis is found, and how a client behaves while it is gone. */
@NullMarked
package io.herald.runtime.redis;

import org.jspecify.annotations.NullMarked;
