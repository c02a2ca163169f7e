/** Live streams: what changes for a person, told to their devices as it happens. */
@NullMarked
package io.herald.gateway.live;

import org.jspecify.annotations.NullMarked;
