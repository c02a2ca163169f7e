/** The socket for scripts on the same machine. */
@NullMarked
package io.herald.gateway.local;

import org.jspecify.annotations.NullMarked;
