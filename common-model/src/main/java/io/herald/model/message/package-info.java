/** The messages that leave for Telegram, as they lie on Kafka. */
@NullMarked
package io.herald.model.message;

import org.jspecify.annotations.NullMarked;
