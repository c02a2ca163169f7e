/** Posts: what is to be published in a chat or channel, now or at a time. */
@NullMarked
package io.herald.gateway.post;

import org.jspecify.annotations.NullMarked;
