/** People talk to the bot through the whole system. */
@NullMarked
package io.herald.system.conversation;

import org.jspecify.annotations.NullMarked;
