/** Request limits against abuse, shared by all replicas, and whose request it is. */
@NullMarked
package io.herald.gateway.limit;

import org.jspecify.annotations.NullMarked;
