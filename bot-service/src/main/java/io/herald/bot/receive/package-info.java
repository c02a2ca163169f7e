/** Takes updates from Kafka, has them answered, and publishes the replies. */
@NullMarked
package io.herald.bot.receive;

import org.jspecify.annotations.NullMarked;
