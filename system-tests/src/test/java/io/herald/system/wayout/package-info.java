/** The way out, from the topics to the chats: what is sent, and that nothing of it is lost. */
@NullMarked
package io.herald.system.wayout;

import org.jspecify.annotations.NullMarked;
