/** Users, groups, and the messages between them and bots. */
@NullMarked
package io.herald.emulator.chat;

import org.jspecify.annotations.NullMarked;
