/** The gateway: everything that comes into Herald over HTTP. */
@NullMarked
package io.herald.gateway;

import org.jspecify.annotations.NullMarked;
