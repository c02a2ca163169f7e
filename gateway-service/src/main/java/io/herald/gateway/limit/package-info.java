/** Request limits against abuse, shared by all replicas. */
@NullMarked
package io.herald.gateway.limit;

import org.jspecify.annotations.NullMarked;
