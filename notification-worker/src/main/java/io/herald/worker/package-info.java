/** The service that carries outbound messages to Telegram. */
@NullMarked
package io.herald.worker;

import org.jspecify.annotations.NullMarked;
