/** Sends outbound messages: the port and its adapter over telegrambots-client. */
@NullMarked
package io.herald.telegram.delivery;

import org.jspecify.annotations.NullMarked;
