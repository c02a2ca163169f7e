/** What users and bots do in chats, and what is noted about it. */
@NullMarked
package io.herald.emulator.conversation;

import org.jspecify.annotations.NullMarked;
